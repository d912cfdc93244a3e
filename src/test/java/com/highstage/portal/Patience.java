package com.highstage.portal;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long tests wait for what must come, where they do not say otherwise. Whether it
 * comes is the question, not how fast: two JVMs and a database may share two cores.
 */
public class Patience implements BeforeAllCallback {

	private static final Duration LONGEST = Duration.ofSeconds(30);

	@Override
	public void beforeAll(ExtensionContext context) {
		Awaitility.setDefaultTimeout(LONGEST);
	}

}
