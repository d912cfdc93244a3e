package com.highstage.portal.simulator.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A person in one organisation; a guest has another account at home.
 *
 * @param address what the person signs in with
 * @param name the display name, by default the address
 * @param oid the object id in this organisation, by default one that follows from the
 * address
 * @param home the domain of a guest's home organisation, null for members
 * @param roles the active directory roles by name
 * @param portalRoles the app roles in the portal's own application
 */
public record Account(String address, String name, UUID oid, @Nullable String home, List<String> roles,
		List<String> portalRoles) {

	public Account {
		Objects.requireNonNull(address, "an account has an address");
		name = (name != null) ? name : address;
		oid = (oid != null) ? oid : UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8));
		roles = (roles != null) ? List.copyOf(roles) : List.of();
		portalRoles = (portalRoles != null) ? List.copyOf(portalRoles) : List.of();
	}

	public boolean guest() {
		return this.home != null;
	}

	public List<DirectoryRole> directoryRoles() {
		return this.roles.stream().map(DirectoryRole::named).toList();
	}

	public boolean has(DirectoryRole... wanted) {
		return directoryRoles().stream().anyMatch(List.of(wanted)::contains);
	}

	/**
	 * Whether this person may consent on behalf of the organisation.
	 * @return true for those who may
	 */
	public boolean mayConsentForAll() {
		return has(DirectoryRole.GLOBAL_ADMINISTRATOR, DirectoryRole.PRIVILEGED_ROLE_ADMINISTRATOR,
				DirectoryRole.APPLICATION_ADMINISTRATOR, DirectoryRole.CLOUD_APPLICATION_ADMINISTRATOR);
	}

}
