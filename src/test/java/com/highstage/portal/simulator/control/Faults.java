package com.highstage.portal.simulator.control;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.http.Answer;

/**
 * The faults that are yet to happen.
 */
final class Faults {

	private final List<Armed> armed = new ArrayList<>();

	synchronized void add(Fault fault) {
		this.armed.add(new Armed(fault));
	}

	synchronized void clear() {
		this.armed.clear();
	}

	/**
	 * Finds the fault for a call; each fault happens once, unless it is for all calls.
	 * @param call the call's name
	 * @param url the call's address
	 * @return the fault
	 */
	synchronized Optional<Fault> next(String call, String url) {
		Optional<Fault> found = Optional.empty();
		for (Iterator<Armed> each = this.armed.iterator(); each.hasNext();) {
			Armed one = each.next();
			if (one.concerns(call, url) && one.due() && found.isEmpty()) {
				found = Optional.of(one.fault);
				if (one.fault.nth() > 0) {
					each.remove();
				}
			}
		}
		return found;
	}

	static Answer answer(Fault fault, String host, Duration timeout) {
		Answer answer = switch (fault.kind()) {
			case "timeout" -> Answer.silence(timeout);
			case "reset" -> Answer.connectionReset();
			case "garbage" -> Answer.html(200, "<!DOCTYPE html><html><head><title>Service</title></head>"
					+ "<body><h1>Our services aren't available right now</h1></body></html>");
			case "empty" -> Answer.empty(200);
			case "401" -> challenge(host);
			case "403" -> host.equals("outlook") ? Answer.empty(403) : error(403, host);
			default -> error(Integer.parseInt(fault.kind()), host);
		};
		return (fault.retryAfter() != null) ? answer.with("Retry-After", fault.retryAfter()) : answer;
	}

	/**
	 * Continuous access evaluation: the token was withdrawn before its end.
	 */
	private static Answer challenge(String host) {
		String claims = Base64.getEncoder()
			.encodeToString("{\"access_token\":{\"nbf\":{\"essential\":true}}}".getBytes(StandardCharsets.UTF_8));
		return (host.equals("outlook") ? Answer.empty(401) : error(401, host)).with("WWW-Authenticate",
				"Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\","
						+ " error=\"insufficient_claims\", claims=\"" + claims + "\"");
	}

	private static Answer error(int status, String host) {
		return Answer.json(status, host.equals("login") ? loginError() : graphError(String.valueOf(status)));
	}

	private static ObjectNode graphError(String status) {
		String code = switch (status) {
			case "401" -> "InvalidAuthenticationToken";
			case "403" -> "Authorization_RequestDenied";
			case "429" -> "TooManyRequests";
			case "500" -> "InternalServerError";
			case "502" -> "BadGateway";
			case "503" -> "ServiceUnavailable";
			default -> "GatewayTimeout";
		};
		ObjectNode body = JsonMapper.shared().createObjectNode();
		body.putObject("error")
			.put("code", code)
			.put("message", "The request could not be completed (" + code.toLowerCase(Locale.ROOT) + ").")
			.putObject("innerError")
			.put("request-id", "00000000-0000-4000-8000-000000000000");
		return body;
	}

	private static ObjectNode loginError() {
		ObjectNode body = JsonMapper.shared().createObjectNode();
		body.put("error", "temporarily_unavailable")
			.put("error_description", "AADSTS90033: A transient error has occurred. Please try again.")
			.withArray("error_codes")
			.add(90033);
		return body;
	}

	/**
	 * A fault that waits for its call.
	 */
	private static final class Armed {

		private final Fault fault;

		private int seen;

		Armed(Fault fault) {
			this.fault = fault;
		}

		boolean concerns(String call, String url) {
			return this.fault.call().equals("*") || this.fault.call().equalsIgnoreCase(call)
					|| (this.fault.call().contains("/") && url.contains(this.fault.call()));
		}

		boolean due() {
			this.seen++;
			return this.fault.nth() == 0 || this.seen == this.fault.nth();
		}

	}

}
