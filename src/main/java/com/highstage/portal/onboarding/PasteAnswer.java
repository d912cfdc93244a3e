package com.highstage.portal.onboarding;

import java.util.Map;

import com.highstage.portal.microsoft.Explanation;

/**
 * What came of pasting values made by hand.
 */
public sealed interface PasteAnswer permits PasteAnswer.Taken, PasteAnswer.Mistaken, PasteAnswer.NotTried,
		Journey.RoleTooSmall, Journey.NotInvited {

	/**
	 * A token was issued; the secret is sealed.
	 *
	 * @param onboarding the journey
	 */
	record Taken(Onboarding onboarding) implements PasteAnswer {

	}

	/**
	 * Something is wrong with the values; nothing was kept.
	 *
	 * @param mistakes what, by field
	 */
	record Mistaken(Map<Field, Mistake> mistakes) implements PasteAnswer {

		public Mistaken {
			mistakes = Map.copyOf(mistakes);
		}

	}

	/**
	 * Microsoft did not answer so that the values could be judged; nothing was kept.
	 *
	 * @param explanation why
	 */
	record NotTried(Explanation explanation) implements PasteAnswer {

	}

	/**
	 * A field of the form, named as in {@link HandMade}.
	 */
	enum Field {

		/** The organisation. */
		TENANT_ID("tenantId"),

		/** The application. */
		CLIENT_ID("clientId"),

		/** The secret's value. */
		SECRET("secret"),

		/** The day it ends. */
		EXPIRES_ON("expiresOn"),

		/** The secret's id. */
		KEY_ID("keyId");

		private final String formName;

		Field(String formName) {
			this.formName = formName;
		}

		/**
		 * The field's name in the form.
		 * @return the name of {@link HandMade}'s component
		 */
		public String formName() {
			return this.formName;
		}

	}

	/**
	 * What is wrong; message {@code mistake.<name>}.
	 */
	enum Mistake {

		/** Nothing was typed. */
		EMPTY,

		/** Not a GUID. */
		NO_GUID,

		/** Another organisation than the one signed in to. */
		OTHER_ORGANISATION,

		/** The Secret ID stands where its value belongs. */
		SECRET_ID_INSTEAD_OF_VALUE,

		/** The value has a blank or quotation mark in it. */
		BLANK_OR_QUOTE,

		/** Microsoft refused the secret: wrong, or made less than a minute ago. */
		SECRET_REFUSED,

		/** Microsoft says the secret has ended. */
		SECRET_EXPIRED,

		/** Microsoft knows no such application here: perhaps the Object ID was pasted. */
		UNKNOWN_APPLICATION,

		/** Client id and tenant id, or client id and secret id, are the same. */
		SAME_AS_OTHER_FIELD,

		/** The registration has no enterprise application. */
		NO_ENTERPRISE_APPLICATION,

		/** A secret of that id is kept already, with another end. */
		KEPT_ALREADY,

		/** Not a date. */
		NO_DATE,

		/** A day in the past. */
		PAST,

		/** More than two years ahead. */
		TOO_FAR

	}

}
