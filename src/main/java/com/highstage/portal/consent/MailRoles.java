package com.highstage.portal.consent;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.Application.DeclaredPermission;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.ServicePrincipals.ExchangeOnline;
import com.highstage.portal.microsoft.ServicePrincipals.Grant;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;

/**
 * The roles of Exchange Online in one organisation, found by name and compared with the
 * published ids: a wrong id silently grants something else.
 *
 * @param exchange the service principal whose roles they are
 * @param ids the role ids by permission
 */
public record MailRoles(ObjectId exchange, Map<MailPermission, UUID> ids) {

	/** Office 365 Exchange Online's application id, the same everywhere. */
	public static final ClientId EXCHANGE_ONLINE = ClientId.parse("00000002-0000-0ff1-ce00-000000000000");

	public MailRoles {
		ids = Map.copyOf(ids);
	}

	/**
	 * Takes the roles as found in an organisation, without those that are not the
	 * published ones.
	 * @param found what was found
	 * @return the roles that can be trusted
	 */
	public static MailRoles of(ExchangeOnline found) {
		return new MailRoles(found.id(),
				found.roles()
					.entrySet()
					.stream()
					.filter((role) -> role.getKey().wellKnownId().equals(role.getValue()))
					.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
	}

	/**
	 * Permissions that cannot be had here: not offered, or under an id that is not the
	 * published one.
	 * @param chosen what is wanted
	 * @return what is missing
	 */
	public Set<MailPermission> missing(Set<MailPermission> chosen) {
		Set<MailPermission> missing = EnumSet.noneOf(MailPermission.class);
		chosen.stream().filter((permission) -> !this.ids.containsKey(permission)).forEach(missing::add);
		return missing;
	}

	/**
	 * The declarations of some permissions.
	 * @param chosen the permissions
	 * @return entries for {@code requiredResourceAccess}
	 */
	public Set<DeclaredPermission> declarations(Set<MailPermission> chosen) {
		return chosen.stream().map(this::declaration).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * The mail permissions that an application declares.
	 * @param application the application
	 * @return ours only
	 */
	public Set<MailPermission> declared(Application application) {
		return only((permission) -> application.declared().contains(declaration(permission)));
	}

	/**
	 * The mail permissions among grants.
	 * @param grants what is granted
	 * @return ours only
	 */
	public Set<MailPermission> granted(Set<Grant> grants) {
		return only((permission) -> grants.stream().anyMatch((grant) -> is(grant, permission)));
	}

	boolean is(Grant grant, MailPermission permission) {
		return grant.resource().equals(this.exchange) && grant.appRole().equals(this.ids.get(permission));
	}

	UUID id(MailPermission permission) {
		UUID id = this.ids.get(permission);
		if (id == null) {
			throw new IllegalArgumentException(permission + " is not offered");
		}
		return id;
	}

	private DeclaredPermission declaration(MailPermission permission) {
		return new DeclaredPermission(EXCHANGE_ONLINE, id(permission), "Role");
	}

	private Set<MailPermission> only(java.util.function.Predicate<MailPermission> filter) {
		Set<MailPermission> result = EnumSet.noneOf(MailPermission.class);
		this.ids.keySet().stream().filter(filter).forEach(result::add);
		return result;
	}

}
