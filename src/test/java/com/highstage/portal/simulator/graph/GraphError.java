package com.highstage.portal.simulator.graph;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error answer of Graph's.
 */
final class GraphError extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final String code;

	private final transient List<Detail> details;

	private GraphError(int status, String code, String message, List<Detail> details) {
		super(message);
		this.status = status;
		this.code = code;
		this.details = details;
	}

	static GraphError of(int status, String code, String message) {
		return new GraphError(status, code, message, List.of());
	}

	static GraphError badRequest(String message) {
		return of(400, "Request_BadRequest", message);
	}

	static GraphError segment(String name) {
		return of(400, "BadRequest", "Resource not found for the segment '" + name + "'.");
	}

	static GraphError unsupported(String message) {
		return of(400, "Request_UnsupportedQuery", message);
	}

	static GraphError denied() {
		return of(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
	}

	static GraphError missing(String id) {
		return of(404, "Request_ResourceNotFound", "Resource '" + id
				+ "' does not exist or one of its queried reference-property objects are not present.");
	}

	GraphError with(String detailCode, String target, String message) {
		return new GraphError(this.status, this.code, getMessage(), List.of(new Detail(detailCode, message, target)));
	}

	int status() {
		return this.status;
	}

	ObjectNode body(Instant now, String requestId, String clientRequestId) {
		ObjectNode body = JsonMapper.shared().createObjectNode();
		ObjectNode error = body.putObject("error");
		error.put("code", this.code).put("message", getMessage());
		for (Detail detail : this.details) {
			error.withArray("details")
				.addObject()
				.put("code", detail.code())
				.put("message", detail.message())
				.put("target", detail.target());
		}
		error.putObject("innerError")
			.put("date", DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").format(now.atOffset(ZoneOffset.UTC)))
			.put("request-id", requestId)
			.put("client-request-id", clientRequestId);
		return body;
	}

	/**
	 * One entry of {@code error.details}.
	 *
	 * @param code the code
	 * @param message the words
	 * @param target what it is about
	 */
	private record Detail(String code, String message, String target) {

	}

}
