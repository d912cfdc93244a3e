package com.highstage.portal.notification.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.highstage.portal.microsoft.Cause;

/**
 * What broke, and who is told, as mails get it.
 */
final class TestTroubles {

	private TestTroubles() {
	}

	static List<Map<String, Object>> troubles() {
		return Arrays.stream(Cause.values())
			.map((cause) -> Map.<String, Object>of("cause", cause, "subjects", List.of(), "more", 2))
			.limit(3)
			.toList();
	}

	static Stream<Enum<?>> readers() {
		return Arrays.stream(Reader.values());
	}

	private enum Reader {

		CONTACT, INVITED, OPERATOR

	}

}
