package com.highstage.portal.account.web;

import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import com.highstage.portal.credential.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;

class RequestLimitsTests {

	private final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T09:00:00Z"));

	private final RequestLimits limits = new RequestLimits(new LimitProperties(5, 3, 2, 1, 2), this.clock);

	@Test
	void anAddressThatAsksForTooMuchHasToWait() throws Exception {
		for (int i = 0; i < 5; i++) {
			assertThat(get("/onboarding", "192.0.2.1")).isEqualTo(200);
		}
		assertThat(get("/onboarding", "192.0.2.1")).isEqualTo(429);
		assertThat(get("/onboarding", "192.0.2.2")).isEqualTo(200);
		this.clock.move(Duration.ofSeconds(12).minusMillis(1));
		assertThat(get("/onboarding", "192.0.2.1")).isEqualTo(429);
		this.clock.move(Duration.ofMillis(1));
		assertThat(get("/onboarding", "192.0.2.1")).isEqualTo(200);
	}

	@Test
	void filesAreNotCounted() throws Exception {
		for (int i = 0; i < 20; i++) {
			assertThat(get("/css/portal.css", "192.0.2.1")).isEqualTo(200);
		}
	}

	@Test
	void oneLinkIsLimitedWhoeverOpensIt() throws Exception {
		assertThat(get("/link/abc", "192.0.2.1")).isEqualTo(200);
		assertThat(get("/link/abc", "192.0.2.2")).isEqualTo(200);
		assertThat(get("/link/abc", "192.0.2.3")).isEqualTo(429);
		assertThat(get("/link/other", "192.0.2.3")).isEqualTo(200);
	}

	@Test
	void signInsAreLimitedBeforeOtherPages() throws Exception {
		for (int i = 0; i < 3; i++) {
			assertThat(get("/sign-in", "192.0.2.1")).isEqualTo(200);
		}
		assertThat(get("/sign-in", "192.0.2.1")).isEqualTo(429);
		assertThat(get("/onboarding", "192.0.2.1")).isEqualTo(200);
	}

	@Test
	void anIpv6NetworkIsOneVisitor() throws Exception {
		for (int i = 1; i <= 5; i++) {
			assertThat(get("/", "2001:db8:1:1::" + i)).isEqualTo(200);
		}
		assertThat(get("/", "2001:db8:1:1::99")).isEqualTo(429);
		assertThat(get("/", "2001:db8:1:2::1")).isEqualTo(200);
	}

	@Test
	void whoAsksForANewLinkIsLimitedByAddressAndByLink() throws Exception {
		assertThat(ask("one", "192.0.2.1")).isEqualTo(200);
		assertThat(ask("one", "192.0.2.2")).as("the same link from elsewhere").isEqualTo(429);
		assertThat(ask("two", "192.0.2.1")).as("another link from there").isEqualTo(429);
		assertThat(ask("two", "192.0.2.3")).isEqualTo(200);
	}

	@Test
	void whatTakesLongAtTheDeskIsLimitedBeforeItsPages() throws Exception {
		assertThat(get("/operator/export.csv", "192.0.2.1")).isEqualTo(200);
		assertThat(send(new MockHttpServletRequest("POST", "/operator/audit/verify"), "192.0.2.1")).isEqualTo(200);
		assertThat(send(new MockHttpServletRequest("POST", "/operator/import"), "192.0.2.1")).isEqualTo(429);
		assertThat(get("/operator/import", "192.0.2.1")).as("an open page asks for news").isEqualTo(200);
	}

	private int ask(String link, String address) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/link/ask");
		request.setCookies(new Cookie("__Host-link", link));
		return send(request, address);
	}

	private int get(String path, String address) throws Exception {
		return send(new MockHttpServletRequest("GET", path), address);
	}

	private int send(MockHttpServletRequest request, String address) throws Exception {
		request.setRemoteAddr(address);
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.limits.doFilter(request, response, new MockFilterChain());
		return response.getStatus();
	}

}
