package com.highstage.portal.registration;

import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.microsoft.MicrosoftException;

/**
 * What came of asking for a credential.
 */
public sealed interface SecretOutcome {

	/**
	 * It exists at Microsoft and sealed here.
	 *
	 * @param version the credential
	 */
	record Made(CredentialVersion version) implements SecretOutcome {

	}

	/**
	 * Highstage has not shown that it can open what is sealed for it; nothing was made.
	 */
	record RecipientUnproven() implements SecretOutcome {

	}

	/**
	 * The organisation's policy wants a shorter lifetime; nothing was made.
	 *
	 * @param cause Microsoft's refusal
	 */
	record LifetimeRefused(MicrosoftException cause) implements SecretOutcome {

	}

	/**
	 * The organisation's policy forbids secrets; nothing was made.
	 *
	 * @param cause Microsoft's refusal
	 */
	record TypeRefused(MicrosoftException cause) implements SecretOutcome {

	}

}
