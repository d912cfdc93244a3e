package com.highstage.portal.microsoft.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.http.Effect;

/**
 * One command of Exchange's PowerShell module. All that change something lead to the same
 * state however often they are run, or are refused the second time.
 *
 * @param name its name
 * @param effect what a repetition would do
 * @param parameters its parameters in their order
 */
record Command(String name, Effect effect, Map<String, Object> parameters) {

	static final String USER_UNKNOWN = "NotRegisteredInExchange";

	private static final String MAILBOX_UNKNOWN = "MailboxUnknown";

	Command {
		parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
	}

	static Command reading(String name) {
		return new Command(name, Effect.NONE, Map.of());
	}

	static Command changing(String name) {
		return new Command(name, Effect.REPEATABLE, Map.of());
	}

	Command with(String parameter, Object value) {
		Map<String, Object> more = new LinkedHashMap<>(this.parameters);
		more.put(parameter, value);
		return new Command(this.name, this.effect, more);
	}

	/**
	 * Answers PowerShell's question whether somebody is sure.
	 */
	Command confirmed() {
		return with("Confirm", false);
	}

	Map<String, Object> body() {
		return Map.of("CmdletInput", Map.of("CmdletName", this.name, "Parameters", this.parameters));
	}

	/**
	 * Tells what is missing: Exchange uses the same words whether it does not find the
	 * mailbox or the application.
	 * @param failure why the command failed
	 * @return the failure, with a detail if it says that something was not found
	 */
	Failure explained(Failure failure) {
		if (failure.kind() != Failure.Kind.NOT_FOUND || !isAboutMailbox()) {
			return failure;
		}
		boolean user = Stream.of("User", "Trustee")
			.flatMap((name) -> Stream.ofNullable(this.parameters.get(name)))
			.anyMatch((value) -> failure.message().contains(value.toString()));
		return new Failure(failure.kind(), failure.status(), failure.code(),
				List.of(user ? USER_UNKNOWN : MAILBOX_UNKNOWN), failure.target(), failure.message(),
				failure.reference(), failure.retryAfter());
	}

	private boolean isAboutMailbox() {
		return this.parameters.containsKey("Identity") && !this.name.endsWith("ServicePrincipal");
	}

}
