package com.highstage.portal.onboarding.work;

import java.util.UUID;

import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.microsoft.MicrosoftException;

/**
 * Which words explain what was found.
 */
final class Words {

	/** The key that says that Microsoft took too long for a page. */
	static final String LATE = "look-up-late";

	private Words() {
	}

	static Explanation of(MicrosoftException ex) {
		return Explanations.of(ex.failure());
	}

	static Explanation own(String key, String code) {
		return new Explanation(key, code, "");
	}

	static Explanation defect() {
		return new Explanation("defect", "", UUID.randomUUID().toString());
	}

}
