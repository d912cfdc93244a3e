package com.highstage.portal.simulator.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * URL encoding as forms and query strings use it.
 */
public final class Forms {

	private Forms() {
	}

	public static Map<String, String> decode(String encoded) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (String pair : encoded.split("&")) {
			if (!pair.isEmpty()) {
				int equals = pair.indexOf('=');
				String name = (equals < 0) ? pair : pair.substring(0, equals);
				fields.put(decodePart(name), (equals < 0) ? "" : decodePart(pair.substring(equals + 1)));
			}
		}
		return fields;
	}

	public static String encode(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> encodePart(field.getKey()) + "=" + encodePart(field.getValue()))
			.collect(Collectors.joining("&"));
	}

	public static String decodePath(String segment) {
		return decodePart(segment.replace("+", "%2B"));
	}

	private static String decodePart(String part) {
		return URLDecoder.decode(part, StandardCharsets.UTF_8);
	}

	private static String encodePart(String part) {
		return URLEncoder.encode(part, StandardCharsets.UTF_8);
	}

}
