package com.highstage.portal.microsoft.graph;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.microsoft.graph.models.DirectoryRoleCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.transitivememberof.graphdirectoryrole.GraphDirectoryRoleRequestBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.DirectoryRole;
import com.highstage.portal.account.DirectoryRoles;
import com.highstage.portal.account.Resource;
import com.highstage.portal.account.SignInId;

/**
 * A person's active directory roles, through groups too, in Graph.
 */
@Component
class GraphDirectoryRoles implements DirectoryRoles {

	private final GraphPages pages;

	GraphDirectoryRoles(GraphPages pages) {
		this.pages = pages;
	}

	@Override
	public Set<DirectoryRole> lookUp(SignInId signIn) {
		return this.pages
			.read(new Authority(signIn, Resource.GRAPH_PROFILE, signIn), "read directory roles",
					GraphDirectoryRoles::page, DirectoryRoleCollectionResponse::getValue)
			.stream()
			.map((role) -> Optional.ofNullable(role.getRoleTemplateId()).flatMap(DirectoryRole::ofTemplate))
			.flatMap(Optional::stream)
			.collect(Collectors.toUnmodifiableSet());
	}

	private static DirectoryRoleCollectionResponse page(GraphServiceClient graph, GraphCall call,
			@Nullable String next) {
		GraphDirectoryRoleRequestBuilder roles = graph.me().transitiveMemberOf().graphDirectoryRole();
		if (next != null) {
			return roles.withUrl(next).get((request) -> {
				call.on(request);
				request.headers.add("ConsistencyLevel", "eventual");
			});
		}
		return roles.get((request) -> {
			call.on(request);
			request.headers.add("ConsistencyLevel", "eventual");
			request.queryParameters.count = true;
			request.queryParameters.select = new String[] { "id", "displayName", "roleTemplateId" };
		});
	}

}
