package com.highstage.portal.consent;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConsentRefusalTests {

	private static final String CORRELATION = "0a1b2c3d-0000-4000-8000-0123456789ab";

	@Test
	void microsoftsNumberChoosesTheWords() {
		ConsentRefusal refusal = ConsentRefusal
			.read("invalid_client",
					"AADSTS650052: The app is trying to access a service your organization lacks. Trace ID: x "
							+ "Correlation ID: " + CORRELATION)
			.orElseThrow();
		assertThat(refusal.explanation().key()).isEqualTo("no-exchange-online");
		assertThat(refusal.query()).isEqualTo("?refused=AADSTS650052&reference=" + CORRELATION);
	}

	@Test
	void withoutAnErrorThereIsNoRefusal() {
		assertThat(ConsentRefusal.read("", "AADSTS65004: typed by somebody")).isEmpty();
	}

	@Test
	void whatIsNoCodeIsNeverRepeated() {
		ConsentRefusal refusal = ConsentRefusal.read("<script>alert(1)</script>", "&evil=1").orElseThrow();
		assertThat(refusal.query()).isEqualTo("?refused=access_denied&reference=");
		assertThat(ConsentRefusal.parse("AADSTS1\r\nSet-Cookie: a=b", "")).isEmpty();
		assertThat(ConsentRefusal.parse("AADSTS65004", "call 555-0199").orElseThrow().reference()).isEmpty();
	}

}
