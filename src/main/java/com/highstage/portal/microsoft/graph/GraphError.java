package com.highstage.portal.microsoft.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.tenant.PlainName;

/**
 * The body of an answer that is not a success, as Graph words it.
 *
 * @param code the {@code error.code}
 * @param message the {@code error.message}, cleaned and bounded
 * @param details the {@code details[].code}, then the codes of inner errors
 * @param target the first {@code details[].target}
 * @param requestId the {@code request-id} of the inner error
 * @see <a href="https://learn.microsoft.com/graph/errors">Microsoft Graph error
 * responses</a>
 */
record GraphError(String code, String message, List<String> details, @Nullable String target,
		@Nullable String requestId) {

	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static Optional<GraphError> parse(String body) {
		try {
			JsonNode error = JSON.readTree(body).path("error");
			return isCode(error.path("code").asString("")) ? Optional.of(read(error)) : Optional.empty();
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private static GraphError read(JsonNode error) {
		List<String> details = new ArrayList<>();
		String target = null;
		for (JsonNode detail : error.path("details")) {
			addCode(details, detail);
			if (target == null && detail.path("target").isString()) {
				target = clean(detail.path("target").asString());
			}
		}
		JsonNode inner = error.has("innerError") ? error.path("innerError") : error.path("innererror");
		addCode(details, inner);
		String requestId = inner.path("request-id").asString("");
		return new GraphError(error.path("code").asString(), clean(error.path("message").asString("")), details, target,
				isCode(requestId) ? requestId : null);
	}

	private static void addCode(List<String> codes, JsonNode node) {
		String code = node.path("code").asString("");
		if (codes.size() < 10 && isCode(code)) {
			codes.add(code);
		}
	}

	private static boolean isCode(String text) {
		return CODE.matcher(text).matches();
	}

	private static String clean(String text) {
		return new PlainName(text).value();
	}

}
