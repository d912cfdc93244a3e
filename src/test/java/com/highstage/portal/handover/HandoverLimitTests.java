package com.highstage.portal.handover;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import com.highstage.portal.PortalTest;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A portal that takes three requests a minute from one address, and trusts a proxy on
 * this machine to say whose they are.
 */
@PortalTest
@TestPropertySource(properties = "portal.handover.requests-per-minute=3")
class HandoverLimitTests {

	private static final int SECONDS_FOR_ONE = 20;

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	private HighstageClient highstage;

	private HighstageClient stranger;

	@BeforeEach
	void connect() {
		this.highstage = HighstageClient.of(this.portal.url(), this.microsoft365);
		this.stranger = new HighstageClient(this.portal.url(), "");
		// the first request of all may take longer than until there is one more
		from("203.0.113.0", this.highstage);
	}

	@Test
	void whoAsksForTooMuchWaitsAndNobodyElseDoes() {
		for (int i = 0; i < 3; i++) {
			assertThat(from("203.0.113.1", this.highstage).statusCode()).isEqualTo(200);
		}
		assertWaits(from("203.0.113.1", this.highstage));
		assertWaits(from("203.0.113.1", this.stranger));
		assertThat(from("203.0.113.2", this.highstage).statusCode()).isEqualTo(200);
		assertThat(this.highstage.get("/connections").statusCode()).as("the proxy's own address").isEqualTo(200);
	}

	@Test
	void whoIsRefusedIsCountedAsWell() {
		for (int i = 0; i < 3; i++) {
			assertThat(from("203.0.113.3", this.stranger).statusCode()).isEqualTo(401);
		}
		assertWaits(from("203.0.113.3", this.stranger));
	}

	@Test
	void anIpv6NetworkIsOneVisitor() {
		for (int i = 1; i <= 3; i++) {
			assertThat(from("2001:db8:1:1::" + i, this.highstage).statusCode()).isEqualTo(200);
		}
		assertWaits(from("2001:db8:1:1::99", this.highstage));
		assertThat(from("2001:db8:1:2::1", this.highstage).statusCode()).isEqualTo(200);
	}

	private static HttpResponse<String> from(String address, HighstageClient client) {
		return client.send("GET", "/connections", BodyPublishers.noBody(), "X-Forwarded-For", address);
	}

	private static void assertWaits(HttpResponse<String> answer) {
		HighstageClient.assertProblem(answer, 429, "about:blank");
		assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L,
				(long) SECONDS_FOR_ONE);
		assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
	}

}
