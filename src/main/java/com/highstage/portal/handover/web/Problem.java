package com.highstage.portal.handover.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.site.RequestReference;

/**
 * Why a request was not answered, as RFC 9457 describes it. Nothing of the request is
 * repeated in it.
 *
 * @param status the status
 * @param name what makes it different from others of its status; empty for nothing
 * @param detail what a developer needs to know
 */
record Problem(HttpStatus status, String name, String detail) {

	private static final String TYPES = "urn:highstage:portal:problem:";

	static Problem of(HttpStatus status) {
		return new Problem(status, "", switch (status) {
			case UNAUTHORIZED -> "Send a bearer token of Highstage's own organisation that is for the portal.";
			case FORBIDDEN -> "The application has not the app role " + ReaderTokens.ROLE + ".";
			case NOT_FOUND -> "There is nothing here.";
			case METHOD_NOT_ALLOWED -> "The header Allow names the methods that there are.";
			case NOT_ACCEPTABLE -> "Answers are application/json.";
			case UNSUPPORTED_MEDIA_TYPE -> "Send application/json.";
			case CONTENT_TOO_LARGE -> "What is sent has 16 KB at most.";
			case TOO_MANY_REQUESTS -> "Try again after the seconds of Retry-After.";
			case SERVICE_UNAVAILABLE -> "Microsoft's signing keys could not be read. Try again in a moment.";
			default -> status.is5xxServerError() ? "The portal's log has the reference."
					: "The request is not as the OpenAPI document says.";
		});
	}

	void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (response.isCommitted()) {
			return;
		}
		response.resetBuffer();
		response.setStatus(this.status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setHeader(HttpHeaders.CONTENT_LANGUAGE, "en");
		response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(body(request)));
	}

	private Map<String, Object> body(HttpServletRequest request) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", this.name.isEmpty() ? "about:blank" : TYPES + this.name);
		body.put("title", this.status.getReasonPhrase());
		body.put("status", this.status.value());
		body.put("detail", this.detail);
		if (request.getAttribute(RequestReference.NAME) instanceof String reference) {
			body.put("reference", reference);
		}
		return body;
	}

}
