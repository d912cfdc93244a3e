package com.highstage.portal.simulator.model;

import java.time.Instant;
import java.util.List;

/**
 * What somebody may do with a mailbox or in its name.
 *
 * @param user the Object ID of an application's registration, or a person's address
 * @param accessRights {@code FullAccess}, {@code SendAs}, …
 * @param since when it was given
 * @param autoMapping whether Outlook opens the mailbox by itself
 */
public record Permission(String user, List<String> accessRights, Instant since, boolean autoMapping) {

	public boolean gives(String right, String to) {
		return this.user.equalsIgnoreCase(to) && this.accessRights.contains(right);
	}

	public Permission without(List<String> rights) {
		return new Permission(this.user, this.accessRights.stream().filter((one) -> !rights.contains(one)).toList(),
				this.since, this.autoMapping);
	}

}
