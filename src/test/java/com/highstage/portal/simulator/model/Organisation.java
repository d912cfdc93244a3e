package com.highstage.portal.simulator.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Microsoft organisation: its people and its directory.
 */
public final class Organisation {

	private final Founding.Company company;

	private final Map<String, DirectoryObject> applications = new LinkedHashMap<>();

	private final Map<String, DirectoryObject> servicePrincipals = new LinkedHashMap<>();

	private final Map<String, DirectoryObject> deleted = new LinkedHashMap<>();

	private final Map<String, DirectoryObject> assignments = new LinkedHashMap<>();

	private final Map<String, DirectoryObject> grants = new LinkedHashMap<>();

	private final Map<String, Secret> secrets = new LinkedHashMap<>();

	private final Exchange exchange;

	Organisation(Founding.Company company, Instant since) {
		this.company = company;
		this.exchange = new Exchange(company, since);
	}

	public Founding.Company company() {
		return this.company;
	}

	public String tenantId() {
		return this.company.tenantId().toString();
	}

	public String name() {
		return this.company.name();
	}

	public String domain() {
		return this.company.domain();
	}

	public List<Account> accounts() {
		return this.company.accounts();
	}

	public Map<String, DirectoryObject> applications() {
		return this.applications;
	}

	public Map<String, DirectoryObject> servicePrincipals() {
		return this.servicePrincipals;
	}

	public Map<String, DirectoryObject> deleted() {
		return this.deleted;
	}

	/**
	 * The app-role assignments by id.
	 * @return {@code appRoleAssignment} objects
	 */
	public Map<String, DirectoryObject> assignments() {
		return this.assignments;
	}

	/**
	 * The delegated permission grants by id.
	 * @return {@code oAuth2PermissionGrant} objects
	 */
	public Map<String, DirectoryObject> grants() {
		return this.grants;
	}

	/**
	 * The values of the secrets by key id.
	 * @return what addPassword made
	 */
	public Map<String, Secret> secrets() {
		return this.secrets;
	}

	public Exchange exchange() {
		return this.exchange;
	}

	List<Map<String, DirectoryObject>> everything() {
		return List.of(this.applications, this.servicePrincipals, this.deleted, this.assignments, this.grants);
	}

	public boolean is(String tenantIdOrDomain) {
		return tenantId().equalsIgnoreCase(tenantIdOrDomain) || domain().equalsIgnoreCase(tenantIdOrDomain)
				|| initialDomain().equalsIgnoreCase(tenantIdOrDomain);
	}

	public String initialDomain() {
		return domain().replace(".example", ".onmicrosoft.example");
	}

	public Optional<Account> account(String address) {
		return accounts().stream().filter((account) -> account.address().equalsIgnoreCase(address)).findFirst();
	}

	public Optional<Account> accountByOid(String oid) {
		return accounts().stream().filter((account) -> account.oid().toString().equals(oid)).findFirst();
	}

	public Optional<DirectoryObject> applicationByAppId(String appId) {
		return by(this.applications, "appId", appId);
	}

	public Optional<DirectoryObject> servicePrincipalByAppId(String appId) {
		return by(this.servicePrincipals, "appId", appId);
	}

	private static Optional<DirectoryObject> by(Map<String, DirectoryObject> objects, String property, String value) {
		return objects.values().stream().filter((object) -> object.text(property).equals(value)).findFirst();
	}

}
