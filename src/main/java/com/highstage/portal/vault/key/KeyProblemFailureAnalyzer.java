package com.highstage.portal.vault.key;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells whoever starts the portal what is wrong with its keys, instead of a stack trace.
 */
class KeyProblemFailureAnalyzer extends AbstractFailureAnalyzer<KeyProblemException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, KeyProblemException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
	}

}
