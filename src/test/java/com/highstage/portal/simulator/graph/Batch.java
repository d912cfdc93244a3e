package com.highstage.portal.simulator.graph;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.http.Request;

/**
 * {@code /$batch}: at most 20 requests, answered in any order, each for itself.
 */
final class Batch {

	private final GraphHost host;

	private final Random order = new Random(20);

	private final BiFunction<String, String, Optional<Answer>> interruption;

	Batch(GraphHost host, BiFunction<String, String, Optional<Answer>> interruption) {
		this.host = host;
		this.interruption = interruption;
	}

	Answer answer(Request request) {
		if (!request.method().equals("POST")) {
			throw GraphError.of(405, "Request_BadRequest",
					"Specified HTTP method is not allowed for the request target.");
		}
		JsonNode requests = requests(request);
		if (!requests.isArray() || requests.isEmpty() || requests.size() > 20) {
			throw GraphError.of(400, "BadRequest", "Number of batch request steps must be between 1 and 20.");
		}
		List<ObjectNode> responses = new ArrayList<>();
		requests.forEach((one) -> responses.add(answer(request, one)));
		Collections.shuffle(responses, this.order);
		ObjectNode body = JsonMapper.shared().createObjectNode();
		responses.forEach(body.putArray("responses")::add);
		return Answer.json(200, body);
	}

	private static JsonNode requests(Request request) {
		try {
			return JsonMapper.shared().readTree(request.body()).path("requests");
		}
		catch (JacksonException ex) {
			throw GraphError.of(400, "BadRequest", "Invalid batch payload format.");
		}
	}

	private ObjectNode answer(Request outer, JsonNode one) {
		String url = one.path("url").asString("");
		if (one.path("id").asString("").isEmpty() || url.contains("://")) {
			throw GraphError.of(400, "BadRequest", "Each request needs an id and a relative url.");
		}
		Map<String, String> headers = new HashMap<>();
		headers.put("authorization", outer.header("authorization").orElse(""));
		one.path("headers")
			.properties()
			.forEach((header) -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asString()));
		String target = "/v1.0" + (url.startsWith("/") ? url : "/" + url);
		Request inner = new Request(one.path("method").asString("GET"), outer.scheme(), target, headers,
				one.path("body").isMissingNode() ? new byte[0]
						: one.path("body").toString().getBytes(StandardCharsets.UTF_8));
		String call = GraphHost.call(inner.method(), inner.segments());
		Answer answer = this.interruption.apply(call, target)
			.orElseGet(() -> this.host.answer(inner, inner.segments()));
		ObjectNode response = JsonMapper.shared().createObjectNode();
		response.put("id", one.path("id").asString()).put("status", answer.status());
		ObjectNode responseHeaders = response.putObject("headers");
		answer.headers().forEach((header) -> responseHeaders.put(header.getKey(), header.getValue()));
		if (answer.body().length > 0) {
			response.set("body", JsonMapper.shared().readTree(answer.body()));
		}
		return response;
	}

}
