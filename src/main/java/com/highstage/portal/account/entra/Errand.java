package com.highstage.portal.account.entra;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

import com.highstage.portal.account.Resource;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.site.LocalPath;

/**
 * Why the browser was sent to Microsoft, remembered on our side until it comes back.
 *
 * @param then where to go afterwards; null for the usual place
 * @param extension which sign-in asked for a further service; null for a new sign-in
 */
public record Errand(@Nullable LocalPath then, @Nullable Extension extension) {

	private static final String REQUEST_ATTRIBUTE = Errand.class.getName();

	private static final String THEN = "portal.then";

	private static final String RESOURCE = "portal.resource";

	private static final String SIGN_IN = "portal.sign-in";

	private static final String MANNER = "portal.manner";

	/**
	 * What the answer that is being processed was asked for.
	 * @param request the request that brought Microsoft's answer
	 * @return the errand, or empty if nobody here asked
	 */
	public static Optional<Errand> of(HttpServletRequest request) {
		return Optional.ofNullable((Errand) request.getAttribute(REQUEST_ATTRIBUTE));
	}

	void expose(HttpServletRequest request) {
		request.setAttribute(REQUEST_ATTRIBUTE, this);
	}

	static Errand of(OAuth2AuthorizationRequest asked) {
		String then = asked.getAttribute(THEN);
		return new Errand((then != null) ? LocalPath.parse(then).orElse(null) : null, extension(asked));
	}

	private static @Nullable Extension extension(OAuth2AuthorizationRequest asked) {
		String signIn = asked.getAttribute(SIGN_IN);
		String resource = asked.getAttribute(RESOURCE);
		String manner = asked.getAttribute(MANNER);
		if (signIn == null || resource == null || manner == null) {
			return null;
		}
		return new Extension(new SignInId(UUID.fromString(signIn)), Resource.valueOf(resource), Manner.valueOf(manner));
	}

	Map<String, Object> attributes() {
		Map<String, Object> attributes = new HashMap<>();
		if (this.then != null) {
			attributes.put(THEN, this.then.value());
		}
		if (this.extension != null) {
			attributes.put(SIGN_IN, this.extension.signIn().toString());
			attributes.put(RESOURCE, this.extension.resource().name());
			attributes.put(MANNER, this.extension.manner().name());
		}
		return attributes;
	}

	/**
	 * A further service for somebody who is signed in.
	 *
	 * @param signIn the sign-in that gets the token
	 * @param resource the service
	 * @param manner how it is asked
	 */
	public record Extension(SignInId signIn, Resource resource, Manner manner) {

	}

	/**
	 * How Microsoft is asked for a further service.
	 */
	public enum Manner {

		/** By the portal itself after a sign-in; a refusal is news, not a problem. */
		UNASKED,

		/** Because somebody wants to go on; without a page of Microsoft's if possible. */
		SILENT,

		/** As before, when Microsoft wants to show a page first. */
		INTERACTIVE

	}

}
