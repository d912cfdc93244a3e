package com.highstage.portal.drift;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.highstage.portal.microsoft.Cause;
import com.highstage.portal.microsoft.Explanation;
import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.verification.Trouble.Kind;

/**
 * What an error says that Highstage reports, in whatever words: Entra's number, or what
 * the mail servers answer.
 *
 * @param kind what it is
 * @param whole whether it concerns the whole connection, whatever mailbox it met
 * @param explanation the words for it, with the original ones
 */
record ReportedError(Kind kind, boolean whole, Explanation explanation) {

	private static final int LONGEST = 2000;

	private static final int KEPT = 200;

	private static final Pattern ENTRA = Pattern.compile("AADSTS(\\d{4,8})(?!\\d)");

	/** These say something of the way to Microsoft, and nothing of the connection. */
	private static final List<String> UNCERTAIN = List.of("timed out", "timeout", "connection refused",
			"connection reset", "connection closed", "unreachable", "unknown host", "unknownhost", "no route",
			"not resolve", "temporar", "try again", "throttl", "busy", "too many", "unavailable");

	private static final List<String> REFUSED = List.of("authenticate failed", "authentication failure",
			"authentication unsuccessful", "authentication failed", "authenticationfailed", "logon failure",
			"login failed", "5.7.3", "bad password");

	/**
	 * Understands an error.
	 * @param text anything
	 * @return empty if it says nothing certain of the connection
	 */
	static Optional<ReportedError> in(String text) {
		String some = text.substring(0, Math.min(LONGEST, text.length()));
		Matcher entra = ENTRA.matcher(some);
		return entra.find() ? fromEntra("AADSTS" + entra.group(1), some)
				: fromServer(some.toLowerCase(Locale.ROOT), some);
	}

	private static Optional<ReportedError> fromEntra(String code, String text) {
		return switch (Explanations.cause(code)) {
			case MICROSOFT_BUSY, TOO_MANY_REQUESTS -> Optional.empty();
			case SECRET_EXPIRED -> whole(Kind.SECRET_ENDED, Cause.SECRET_EXPIRED, text);
			case WRONG_SECRET, CERTIFICATE_UNKNOWN -> whole(Kind.SECRET_REMOVED, Cause.SECRET_REMOVED, text);
			case APPLICATION_UNKNOWN, NO_ENTERPRISE_APPLICATION ->
				whole(Kind.APPLICATION_GONE, Cause.APPLICATION_DELETED, text);
			case APPLICATION_DISABLED -> whole(Kind.APPLICATION_DISABLED, Cause.APPLICATION_DISABLED, text);
			case CONSENT_MISSING -> whole(Kind.CONSENT_WITHDRAWN, Cause.CONSENT_WITHDRAWN, text);
			case Cause other -> whole(Kind.LOGIN_FAILED, other, text);
		};
	}

	private static Optional<ReportedError> fromServer(String words, String text) {
		if (words.contains("authenticated but not connected")) {
			return Optional.of(of(Kind.LOGIN_FAILED, Cause.MAILBOX_NOT_OPENED, text));
		}
		if (words.contains("smtpclientauthentication is disabled")) {
			return Optional.of(of(Kind.PROTOCOL_OFF, Cause.SMTP_OFF, text));
		}
		if (UNCERTAIN.stream().anyMatch(words::contains)) {
			return Optional.empty();
		}
		if (words.contains("5.7.60") || words.contains("sendasdenied")) {
			return Optional.of(of(Kind.LOGIN_FAILED, Cause.MAY_NOT_SEND, text));
		}
		return REFUSED.stream().anyMatch(words::contains)
				? Optional.of(of(Kind.LOGIN_FAILED, Cause.LOGIN_REFUSED, text)) : Optional.empty();
	}

	private static Optional<ReportedError> whole(Kind kind, Cause cause, String text) {
		return Optional.of(new ReportedError(kind, true, because(cause, text)));
	}

	private static ReportedError of(Kind kind, Cause cause, String text) {
		return new ReportedError(kind, false, because(cause, text));
	}

	private static Explanation because(Cause cause, String text) {
		boolean splits = text.length() > KEPT && Character.isHighSurrogate(text.charAt(KEPT - 1));
		return new Explanation(cause.key(), text.substring(0, Math.min(splits ? KEPT - 1 : KEPT, text.length())), "");
	}

}
