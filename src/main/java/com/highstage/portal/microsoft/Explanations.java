package com.highstage.portal.microsoft;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogue that explains Microsoft's codes to an administrator.
 */
public final class Explanations {

	private static final Map<String, Cause> CAUSES = Arrays.stream(Cause.values())
		.flatMap((cause) -> cause.codes().stream().map((code) -> Map.entry(code, cause)))
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

	private Explanations() {
	}

	/**
	 * Explains a failed call.
	 * @param failure why it failed
	 * @return the explanation; a general one if the code is not in the catalogue
	 */
	public static Explanation of(Failure failure) {
		String code = failure.details().isEmpty() ? failure.code() : failure.details().getFirst();
		return new Explanation(cause(failure).key(), code, failure.reference());
	}

	/**
	 * Explains a code that came by another way, for example in a redirect.
	 * @param code an {@code AADSTS} number with its prefix, or an OAuth error
	 * @param reference what to read out on the phone
	 * @return the explanation; a general one if the code is not in the catalogue
	 */
	public static Explanation of(String code, String reference) {
		return new Explanation(cause(code).key(), code, reference);
	}

	/**
	 * What a code of Microsoft's means.
	 * @param code for example {@code AADSTS7000222}
	 * @return the cause, {@link Cause#REFUSED} for a code that is not known
	 */
	public static Cause cause(String code) {
		return CAUSES.getOrDefault(code, Cause.REFUSED);
	}

	/**
	 * Explains what the portal found out without a failed call.
	 * @param cause what stands in the way
	 * @return the explanation, without a code of Microsoft's
	 */
	public static Explanation of(Cause cause) {
		return new Explanation(cause.key(), "", "");
	}

	private static Cause cause(Failure failure) {
		if (failure.kind() == Failure.Kind.RETRY_LATER && isNew(failure)) {
			return Cause.STILL_SPREADING;
		}
		return Stream.concat(failure.details().stream(), Stream.of(failure.code()))
			.map(Explanations::named)
			.flatMap(Optional::stream)
			.findFirst()
			.orElseGet(() -> general(failure));
	}

	private static boolean isNew(Failure failure) {
		return failure.isUsualWhenNew() || failure.code().endsWith("NotFound")
				|| failure.code().endsWith("NotFoundException");
	}

	private static Optional<Cause> named(String code) {
		if (CAUSES.containsKey(code)) {
			return Optional.of(CAUSES.get(code));
		}
		return code.endsWith("AsPerAppPolicy") ? Optional.of(Cause.FORBIDDEN_BY_POLICY) : Optional.empty();
	}

	private static Cause general(Failure failure) {
		return switch (failure.kind()) {
			case RETRY_LATER -> (failure.status() == 429) ? Cause.TOO_MANY_REQUESTS : Cause.MICROSOFT_BUSY;
			case UNKNOWN -> Cause.NO_CLEAR_ANSWER;
			case SIGN_IN_AGAIN -> Cause.SIGN_IN_ENDED;
			case TELL_ADMIN -> Cause.REFUSED;
			case NOT_FOUND -> Cause.NOT_FOUND;
			case BUG -> Cause.UNEXPECTED;
		};
	}

}
