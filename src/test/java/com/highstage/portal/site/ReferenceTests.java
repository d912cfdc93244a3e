package com.highstage.portal.site;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.servlet.ServletRequestEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;

import static org.assertj.core.api.Assertions.assertThat;

class ReferenceTests {

	@AfterEach
	void forget() {
		MDC.clear();
	}

	@Test
	void aRequestGetsItsOwnWhateverItsHeadersSayAndLeavesNothingBehind() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		List.of("reference", "X-Request-Id", "X-Correlation-Id", "traceparent")
			.forEach((header) -> request.addHeader(header, "planted\r\n\u202e"));
		ServletRequestEvent event = new ServletRequestEvent(new MockServletContext(), request);
		RequestReference references = new RequestReference();
		references.requestInitialized(event);
		String first = MDC.get(RequestReference.NAME);
		assertThat(first).matches("[2-9A-Z]{4}-[2-9A-Z]{4}").isEqualTo(request.getAttribute(RequestReference.NAME));
		references.requestDestroyed(event);
		assertThat(MDC.get(RequestReference.NAME)).isNull();
		references.requestInitialized(event);
		assertThat(MDC.get(RequestReference.NAME)).isNotEqualTo(first);
	}

	@Test
	void threadsTakeTheReferenceOverForTheirTaskOnly() throws Exception {
		List<String> seen = new ArrayList<>();
		try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
			MDC.put(RequestReference.NAME, "AAAA-AAAA");
			CompletableFuture
				.runAsync(() -> seen.add(String.valueOf(MDC.get(RequestReference.NAME))), SameReference.in(threads))
				.join();
			MDC.put(RequestReference.NAME, "BBBB-BBBB");
			seen.add(threads.submit(SameReference.of(() -> String.valueOf(MDC.get(RequestReference.NAME)))).get());
			seen.add(threads.submit(() -> String.valueOf(MDC.get(RequestReference.NAME))).get());
		}
		assertThat(seen).containsExactly("AAAA-AAAA", "BBBB-BBBB", "null");
	}

}
