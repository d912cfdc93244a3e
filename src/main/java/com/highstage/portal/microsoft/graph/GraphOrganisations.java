package com.highstage.portal.microsoft.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import com.microsoft.graph.models.Organization;
import com.microsoft.graph.models.OrganizationCollectionResponse;
import com.microsoft.graph.models.VerifiedDomain;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.Organisation;
import com.highstage.portal.microsoft.Organisations;
import com.highstage.portal.microsoft.http.Effect;
import com.highstage.portal.microsoft.http.Exchange;
import com.highstage.portal.tenant.PlainName;
import com.highstage.portal.tenant.TenantId;

/**
 * The organisation in Graph.
 */
@Component
class GraphOrganisations implements Organisations {

	private final GraphCalls calls;

	GraphOrganisations(GraphCalls calls) {
		this.calls = calls;
	}

	@Override
	public Organisation find(Delegation delegation) {
		return this.calls.answer(Authority.profile(delegation), new Exchange("read organisation", Effect.NONE),
				(graph, call) -> read(graph.organization().get((request) -> {
					call.on(request);
					request.queryParameters.select = new String[] { "id", "displayName", "verifiedDomains" };
				})));
	}

	private static Organisation read(@Nullable OrganizationCollectionResponse answer) {
		Organization found = Objects.requireNonNull(answer).getValue().getFirst();
		List<VerifiedDomain> domains = Objects.requireNonNullElse(found.getVerifiedDomains(), List.of());
		return new Organisation(TenantId.parse(found.getId()),
				new PlainName(Objects.requireNonNullElse(found.getDisplayName(), "")),
				domains.stream()
					.sorted(Comparator.comparing((domain) -> !Boolean.TRUE.equals(domain.getIsDefault())))
					.map((domain) -> new PlainName(domain.getName()).value())
					.toList());
	}

}
