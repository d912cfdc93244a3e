package com.highstage.portal.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do about a data directory to which nothing can be written.
 */
class DataDirectoryFailureAnalyzer extends AbstractFailureAnalyzer<DataDirectoryUnusableException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DataDirectoryUnusableException cause) {
		return new FailureAnalysis(
				"The portal cannot write to its data directory '%s': %s".formatted(cause.directory(), cause.reason()),
				"""
						Let portal.data name a directory that the portal's user may write to, \
						or give it that right. README.md, "Run it for real".""", cause);
	}

}
