package com.highstage.portal.simulator.model;

import java.util.Arrays;

/**
 * The directory roles that matter here, with Microsoft's template ids.
 */
public enum DirectoryRole {

	/** May do everything. */
	GLOBAL_ADMINISTRATOR("Global Administrator", "62e90394-69f5-4237-9190-012177145e10"),

	/** May consent to everything. */
	PRIVILEGED_ROLE_ADMINISTRATOR("Privileged Role Administrator", "e8611ab8-c189-46e8-94e1-60213ab1f814"),

	/** Manages applications. */
	APPLICATION_ADMINISTRATOR("Application Administrator", "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3"),

	/** Manages applications, but no proxy. */
	CLOUD_APPLICATION_ADMINISTRATOR("Cloud Application Administrator", "158c047a-c907-4556-b7ef-446551a6b5f7"),

	/** Manages Exchange Online. */
	EXCHANGE_ADMINISTRATOR("Exchange Administrator", "29232cdf-9323-42fd-ade2-1d097af3e4de"),

	/** Registers applications and manages the own ones. */
	APPLICATION_DEVELOPER("Application Developer", "cf1c38e5-3621-4004-a7cb-879624dced7c");

	private final String displayName;

	private final String templateId;

	DirectoryRole(String displayName, String templateId) {
		this.displayName = displayName;
		this.templateId = templateId;
	}

	public String displayName() {
		return this.displayName;
	}

	public String templateId() {
		return this.templateId;
	}

	static DirectoryRole named(String displayName) {
		return Arrays.stream(values())
			.filter((role) -> role.displayName.equals(displayName))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No directory role " + displayName));
	}

}
