package com.highstage.portal.microsoft;

import java.util.UUID;

/**
 * The application permissions (app roles) of Office 365 Exchange Online that Highstage
 * can use. Ids are resolved at run time by {@link #role()}; the well-known ones are a
 * cross-check, because a wrong id silently grants something else.
 */
public enum MailPermission {

	/** Read mailboxes over IMAP. */
	IMAP("IMAP.AccessAsApp", "5e5addcd-3e8d-4e90-baf5-964efab2b20a"),

	/** Read mailboxes over POP. */
	POP("POP.AccessAsApp", "cb842b43-da6e-4506-86fe-bb12199c656d"),

	/** Send mail over SMTP. */
	SMTP("SMTP.SendAsApp", "7146a1f0-8703-45b3-9eae-527a64c00995");

	private final String role;

	private final UUID wellKnownId;

	MailPermission(String role, String wellKnownId) {
		this.role = role;
		this.wellKnownId = UUID.fromString(wellKnownId);
	}

	/**
	 * The app role's {@code value}, as it also stands in a token's {@code roles}.
	 * @return the name of the role
	 */
	public String role() {
		return this.role;
	}

	/**
	 * The app role's id as published.
	 * @return the id to compare with
	 */
	public UUID wellKnownId() {
		return this.wellKnownId;
	}

}
