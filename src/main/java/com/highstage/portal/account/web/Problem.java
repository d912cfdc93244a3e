package com.highstage.portal.account.web;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.util.UriComponentsBuilder;

import com.highstage.portal.account.entra.EntraSignIn;
import com.highstage.portal.site.LocalPath;

/**
 * Why a sign-in did not succeed.
 *
 * @param key which words explain it: {@code account.problem.<key>.what} and so on
 * @param code Microsoft's code; empty if the portal itself refused
 * @param reference what Microsoft's support asks for; empty if there was none
 */
record Problem(String key, String code, String reference) {

	private static final Pattern NUMBER = Pattern.compile("AADSTS(\\d{4,8})");

	private static final Pattern CORRELATION = Pattern
		.compile("(?i)correlation id: ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_]{0,40}");

	private static final Pattern REFERENCE = Pattern.compile("[0-9a-f-]{0,40}");

	private static final String OTHER = "other";

	private static final Map<String, String> KEYS = Map.ofEntries(Map.entry("65004", "declined"),
			Map.entry("50076", "mfa"), Map.entry("50079", "mfa"), Map.entry("50074", "mfa"), Map.entry("50072", "mfa"),
			Map.entry("53000", "device"), Map.entry("53001", "device"), Map.entry("53002", "device"),
			Map.entry("53003", "policy"), Map.entry("530032", "policy"), Map.entry("50020", "organisation"),
			Map.entry("50177", "organisation"), Map.entry("90072", "organisation"), Map.entry("51004", "organisation"),
			Map.entry("90002", "unknown-organisation"), Map.entry("900023", "unknown-organisation"),
			Map.entry("90038", "unknown-organisation"), Map.entry("50105", "assignment"),
			Map.entry("90094", "approval"), Map.entry("90095", "approval"), Map.entry("65001", "approval"),
			Map.entry("50058", "interaction"), Map.entry("16000", "interaction"), Map.entry("500202", "personal"),
			Map.entry("50034", "organisation"), Map.entry("50057", "disabled"), Map.entry("50126", "interaction"),
			Map.entry("90033", "busy"), Map.entry("90090", "busy"), Map.entry("50033", "busy"),
			Map.entry("90024", "busy"));

	private static final Map<String, String> ERRORS = Map.ofEntries(
			Map.entry("authorization_request_not_found", "lost"), Map.entry("invalid_request", "lost"),
			Map.entry(EntraSignIn.ENDED, "lost"), Map.entry(EntraSignIn.OTHER_PERSON, "other-person"),
			Map.entry("access_denied", "declined"), Map.entry("invalid_id_token", "personal"),
			Map.entry("consent_required", "approval"), Map.entry("login_required", "interaction"),
			Map.entry("interaction_required", "interaction"), Map.entry("temporarily_unavailable", "busy"),
			Map.entry("server_error", "busy"), Map.entry("invalid_token_response", "busy"));

	private static final Set<String> OURS = Set.of("lost", "other-person", "personal");

	static Problem of(@Nullable OAuth2Error error) {
		if (error == null) {
			return new Problem(OTHER, "", "");
		}
		String description = (error.getDescription() != null) ? error.getDescription() : "";
		String number = first(NUMBER, description);
		String kind = description.contains("remote JWK set") ? "server_error" : error.getErrorCode();
		String key = KEYS.getOrDefault(number, ERRORS.getOrDefault(kind, OTHER));
		String code = number.isEmpty() ? error.getErrorCode() : "AADSTS" + number;
		return checked(key, code, first(CORRELATION, description));
	}

	static Problem checked(String key, String code, String reference) {
		boolean known = KEYS.containsValue(key) || ERRORS.containsValue(key);
		return new Problem(known ? key : OTHER, CODE.matcher(code).matches() ? code : "",
				REFERENCE.matcher(reference).matches() ? reference : "");
	}

	boolean isMicrosofts() {
		return !OURS.contains(this.key);
	}

	boolean isAboutConsent() {
		return this.key.equals("approval") || this.key.equals("declined");
	}

	boolean isAboutTheSignInItself() {
		return !isAboutConsent();
	}

	String address(@Nullable LocalPath then) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/sign-in/problem")
			.queryParam("problem", this.key)
			.queryParam("code", this.code)
			.queryParam("reference", this.reference);
		if (then != null) {
			address.queryParam("then", "{then}");
			return address.encode().buildAndExpand(then.value()).toUriString();
		}
		return address.encode().build().toUriString();
	}

	private static String first(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		return matcher.find() ? matcher.group(1) : "";
	}

}
