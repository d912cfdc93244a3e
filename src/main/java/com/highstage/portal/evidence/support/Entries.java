package com.highstage.portal.evidence.support;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.microsoft.Explanation;

/**
 * A part of the bundle being filled: names and plain values in their order.
 */
final class Entries {

	private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

	Entries with(String name, @Nullable Object value) {
		this.values.put(name, plain(value));
		return this;
	}

	/**
	 * Microsoft's request id, which says nothing about a customer and is what their
	 * support asks for: never masked.
	 * @param value the id
	 * @return this
	 */
	Entries withRequestId(String value) {
		if (!value.isEmpty()) {
			this.values.put(Mask.REQUEST_ID, value);
		}
		return this;
	}

	Entries with(@Nullable Explanation explanation) {
		if (explanation != null) {
			with("explanation", explanation.key());
			with("code", explanation.code());
			withRequestId(explanation.reference());
		}
		return this;
	}

	Map<String, @Nullable Object> map() {
		return this.values;
	}

	private static @Nullable Object plain(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case Boolean truth -> truth;
			case Number number -> number;
			case List<?> list -> list.stream().map((one) -> Optional.ofNullable(plain(one)).orElse("")).toList();
			case Entries entries -> entries.map();
			case Map<?, ?> map -> map;
			case Instant at -> at.toString();
			case Object other -> other.toString();
		};
	}

}
