package com.highstage.portal.microsoft.graph;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import com.microsoft.graph.models.RequiredResourceAccess;
import com.microsoft.graph.models.ResourceAccess;
import com.microsoft.graph.models.WebApplication;
import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.Application.DeclaredPermission;
import com.highstage.portal.microsoft.Application.KeyDescription;
import com.highstage.portal.microsoft.NewApplication;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.tenant.PlainName;

/**
 * App registrations in the words of Microsoft's library.
 */
final class ApplicationModels {

	private ApplicationModels() {
	}

	static com.microsoft.graph.models.Application write(NewApplication application) {
		com.microsoft.graph.models.Application model = declaring(application.permissions());
		model.setDisplayName(application.displayName());
		model.setSignInAudience("AzureADMyOrg");
		model.setWeb(web(application.redirectUris()));
		return model;
	}

	static com.microsoft.graph.models.Application named(String displayName) {
		com.microsoft.graph.models.Application model = new com.microsoft.graph.models.Application();
		model.setDisplayName(displayName);
		return model;
	}

	static com.microsoft.graph.models.Application reachableAt(Set<String> redirectUris) {
		com.microsoft.graph.models.Application model = new com.microsoft.graph.models.Application();
		model.setWeb(web(redirectUris));
		return model;
	}

	static com.microsoft.graph.models.Application declaring(Set<DeclaredPermission> permissions) {
		Map<String, List<ResourceAccess>> byResource = new TreeMap<>();
		permissions.stream()
			.sorted((left, right) -> left.toString().compareTo(right.toString()))
			.forEach((permission) -> byResource
				.computeIfAbsent(permission.resource().toString(), (resource) -> new ArrayList<>())
				.add(access(permission)));
		com.microsoft.graph.models.Application model = new com.microsoft.graph.models.Application();
		model.setRequiredResourceAccess(byResource.entrySet().stream().map((entry) -> {
			RequiredResourceAccess required = new RequiredResourceAccess();
			required.setResourceAppId(entry.getKey());
			required.setResourceAccess(entry.getValue());
			return required;
		}).toList());
		return model;
	}

	static Application read(com.microsoft.graph.models.@Nullable Application model) {
		Objects.requireNonNull(model);
		List<KeyDescription> passwords = present(model.getPasswordCredentials()).stream()
			.map((key) -> key(key.getKeyId(), key.getDisplayName(), key.getStartDateTime(), key.getEndDateTime()))
			.toList();
		List<KeyDescription> certificates = present(model.getKeyCredentials()).stream()
			.map((key) -> key(key.getKeyId(), key.getDisplayName(), key.getStartDateTime(), key.getEndDateTime()))
			.toList();
		WebApplication web = model.getWeb();
		return new Application(ObjectId.parse(model.getId()), ClientId.parse(model.getAppId()), model.getUniqueName(),
				name(model.getDisplayName()), Objects.requireNonNullElse(model.getSignInAudience(), ""),
				(web != null) ? Set.copyOf(present(web.getRedirectUris())) : Set.of(), declared(model), passwords,
				certificates);
	}

	static @Nullable Application readIfAny(com.microsoft.graph.models.@Nullable Application model) {
		return (model != null) ? read(model) : null;
	}

	private static Set<DeclaredPermission> declared(com.microsoft.graph.models.Application model) {
		Set<DeclaredPermission> declared = new LinkedHashSet<>();
		for (RequiredResourceAccess required : present(model.getRequiredResourceAccess())) {
			ClientId resource = ClientId.parse(required.getResourceAppId());
			for (ResourceAccess access : present(required.getResourceAccess())) {
				declared.add(new DeclaredPermission(resource, Objects.requireNonNull(access.getId()),
						Objects.requireNonNull(access.getType())));
			}
		}
		return declared;
	}

	private static ResourceAccess access(DeclaredPermission permission) {
		ResourceAccess access = new ResourceAccess();
		access.setId(permission.id());
		access.setType(permission.type());
		return access;
	}

	private static WebApplication web(Set<String> redirectUris) {
		WebApplication web = new WebApplication();
		web.setRedirectUris(List.copyOf(new TreeSet<>(redirectUris)));
		return web;
	}

	private static KeyDescription key(UUID keyId, @Nullable String displayName, @Nullable OffsetDateTime startsAt,
			@Nullable OffsetDateTime expiresAt) {
		return new KeyDescription(Objects.requireNonNull(keyId), name(displayName),
				(startsAt != null) ? startsAt.toInstant() : null, (expiresAt != null) ? expiresAt.toInstant() : null);
	}

	private static String name(@Nullable String text) {
		return (text != null) ? new PlainName(text).value() : "";
	}

	private static <T> Collection<T> present(@Nullable Collection<T> values) {
		return (values != null) ? values : List.of();
	}

}
