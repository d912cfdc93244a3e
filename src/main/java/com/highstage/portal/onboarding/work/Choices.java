package com.highstage.portal.onboarding.work;

/**
 * What a person chose where a step offered ways out.
 *
 * @param newSecret make a new secret although there is one
 * @param revokeOthers take away granted permissions that are no longer chosen
 * @param consentPage consent is given on Microsoft's page, because Graph refused
 * @param registerAgain replace the registration in Exchange, which is a wrong one
 */
record Choices(boolean newSecret, boolean revokeOthers, boolean consentPage, boolean registerAgain) {

	static final Choices NONE = new Choices(false, false, false, false);

	Choices withNewSecret(boolean wanted) {
		return new Choices(wanted, this.revokeOthers, this.consentPage, this.registerAgain);
	}

	Choices withRevokeOthers(boolean wanted) {
		return new Choices(this.newSecret, wanted, this.consentPage, this.registerAgain);
	}

	Choices withConsentPage(boolean needed) {
		return new Choices(this.newSecret, this.revokeOthers, needed, this.registerAgain);
	}

	Choices withRegisterAgain(boolean wanted) {
		return new Choices(this.newSecret, this.revokeOthers, this.consentPage, wanted);
	}

}
