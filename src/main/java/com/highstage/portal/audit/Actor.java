package com.highstage.portal.audit;

import com.highstage.portal.tenant.PersonId;

/**
 * Who did something.
 *
 * @param kind what sort of actor it is
 * @param id the actor's stable id within its kind: {@code tid/oid} of a person, a link's
 * id, or {@code portal}
 * @param name what a reader sees; display only
 */
public record Actor(Kind kind, String id, String name) {

	/** The portal's own background work. */
	public static final Actor PORTAL = new Actor(Kind.PORTAL, "portal", "Highstage Portal");

	/** Somebody who has not signed in. */
	public static final Actor STRANGER = new Actor(Kind.STRANGER, "stranger", "");

	/**
	 * A person who signed in.
	 * @param person the person's identity
	 * @param name the person's display name
	 * @return the actor
	 */
	public static Actor person(PersonId person, String name) {
		return new Actor(Kind.PERSON, person.tenant() + "/" + person.objectId(), name);
	}

	/**
	 * The sorts of actor.
	 */
	public enum Kind {

		/** Signed in with Entra ID. */
		PERSON,

		/** Holds a link and has not signed in. */
		LINK_HOLDER,

		/** Not known. */
		STRANGER,

		/** The portal itself. */
		PORTAL

	}

}
