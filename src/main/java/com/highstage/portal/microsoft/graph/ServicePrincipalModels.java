package com.highstage.portal.microsoft.graph;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.microsoft.graph.models.AppRole;
import com.microsoft.graph.models.AppRoleAssignment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.ServicePrincipals.ExchangeOnline;
import com.highstage.portal.microsoft.ServicePrincipals.Grant;
import com.highstage.portal.microsoft.ServicePrincipals.ServicePrincipal;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;

/**
 * Enterprise applications in the words of Microsoft's library.
 */
final class ServicePrincipalModels {

	private static final Logger LOG = LoggerFactory.getLogger(ServicePrincipalModels.class);

	private ServicePrincipalModels() {
	}

	/**
	 * What an enterprise application is created with: the tag by which the Entra admin
	 * center lists it among the enterprise applications, as it does itself.
	 * @return the body of the upsert
	 */
	static com.microsoft.graph.models.ServicePrincipal listed() {
		com.microsoft.graph.models.ServicePrincipal model = new com.microsoft.graph.models.ServicePrincipal();
		model.setTags(List.of("WindowsAzureActiveDirectoryIntegratedApp"));
		return model;
	}

	static ServicePrincipal read(com.microsoft.graph.models.@Nullable ServicePrincipal model) {
		Objects.requireNonNull(model);
		return new ServicePrincipal(ObjectId.parse(model.getId()), ClientId.parse(model.getAppId()),
				!Boolean.FALSE.equals(model.getAccountEnabled()));
	}

	static @Nullable ServicePrincipal readIfAny(com.microsoft.graph.models.@Nullable ServicePrincipal model) {
		return (model != null) ? read(model) : null;
	}

	static ExchangeOnline readExchange(com.microsoft.graph.models.@Nullable ServicePrincipal model) {
		Objects.requireNonNull(model);
		Map<MailPermission, UUID> roles = new EnumMap<>(MailPermission.class);
		for (MailPermission permission : MailPermission.values()) {
			for (AppRole role : model.getAppRoles()) {
				if (permission.role().equals(role.getValue()) && isForApplications(role)) {
					roles.put(permission, compared(permission, Objects.requireNonNull(role.getId())));
				}
			}
		}
		return new ExchangeOnline(ObjectId.parse(model.getId()), roles);
	}

	static Grant read(AppRoleAssignment assignment) {
		return new Grant(Objects.requireNonNull(assignment.getId()), new ObjectId(assignment.getResourceId()),
				Objects.requireNonNull(assignment.getAppRoleId()));
	}

	static boolean isAlreadyGranted(Failure failure) {
		return failure.status() == 400
				&& failure.message().contains("Permission being assigned already exists on the object");
	}

	private static boolean isForApplications(AppRole role) {
		return !Boolean.FALSE.equals(role.getIsEnabled())
				&& (role.getAllowedMemberTypes() == null || role.getAllowedMemberTypes().contains("Application"));
	}

	private static UUID compared(MailPermission permission, UUID found) {
		if (!permission.wellKnownId().equals(found)) {
			LOG.warn("{} has the id {} in this organisation, published is {}", permission.role(), found,
					permission.wellKnownId());
		}
		return found;
	}

}
