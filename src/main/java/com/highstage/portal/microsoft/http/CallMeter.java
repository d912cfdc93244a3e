package com.highstage.portal.microsoft.http;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import com.highstage.portal.microsoft.MicrosoftException;

/**
 * Counts what becomes of conversations with Microsoft, and the time they take: by kinds
 * of which there are few, never by organisation, address or id.
 */
public final class CallMeter {

	private static final String SUCCESS = "success";

	/** Where every failure at Microsoft has a kind, this is one of the portal. */
	private static final String DEFECT = "defect";

	private final MeterRegistry registry;

	public CallMeter(MeterRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Makes a call over HTTP.
	 * @param <T> what it answers
	 * @param service which service is called
	 * @param call the call
	 * @return the answer
	 */
	public <T> T call(Service service, Supplier<T> call) {
		return measured("portal.microsoft.calls", "service", service, "outcome", call, (answer) -> SUCCESS);
	}

	/**
	 * Tries a login at a mail server.
	 * @param <T> what the server answers
	 * @param protocol how
	 * @param login the login
	 * @return the answer, whose type is counted
	 */
	public <T> T login(Enum<?> protocol, Supplier<T> login) {
		return measured("portal.mailbox.logins", "protocol", protocol, "answer", login,
				(answer) -> words(answer.getClass().getSimpleName()));
	}

	private <T> T measured(String name, String key, Enum<?> value, String ending, Supplier<T> conversation,
			Function<T, String> ended) {
		Timer.Sample sample = Timer.start(this.registry);
		String how = DEFECT;
		try {
			T answer = conversation.get();
			how = ended.apply(answer);
			return answer;
		}
		catch (MicrosoftException ex) {
			how = label(ex.failure().kind());
			throw ex;
		}
		finally {
			sample.stop(this.registry.timer(name, key, label(value), ending, how));
		}
	}

	private static String label(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	private static String words(String name) {
		return name.replaceAll("(?<!^)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
	}

}
