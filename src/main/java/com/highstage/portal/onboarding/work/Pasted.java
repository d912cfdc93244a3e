package com.highstage.portal.onboarding.work;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.onboarding.HandMade;
import com.highstage.portal.onboarding.PasteAnswer.Field;
import com.highstage.portal.onboarding.PasteAnswer.Mistake;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Secret;

/**
 * Recognises the usual wrong values: those of a neighbouring line in the Entra admin
 * center, and those of another organisation.
 */
@Component
class Pasted {

	private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private static final int LONGEST_LIFE_YEARS = 2;

	private final Clock clock;

	Pasted(Clock clock) {
		this.clock = clock;
	}

	Map<Field, Mistake> mistakes(TenantId tenant, HandMade typed) {
		Map<Field, Mistake> mistakes = new EnumMap<>(Field.class);
		String client = typed.clientId().strip();
		put(mistakes, Field.TENANT_ID, tenant(tenant, typed.tenantId().strip()));
		put(mistakes, Field.CLIENT_ID, client(tenant, client));
		put(mistakes, Field.SECRET, secret(typed.secret()));
		put(mistakes, Field.EXPIRES_ON, expiry(typed.expiresOn()));
		put(mistakes, Field.KEY_ID, keyId(client, typed.keyId().strip()));
		return mistakes;
	}

	/**
	 * What Microsoft's refusal says about the values.
	 * @param failure why no token was issued
	 * @return empty if it says nothing about them
	 */
	static Optional<Map<Field, Mistake>> mistake(Failure failure) {
		return switch (failure.code()) {
			case "AADSTS7000215" -> Optional.of(Map.of(Field.SECRET, Mistake.SECRET_REFUSED));
			case "AADSTS7000222" -> Optional.of(Map.of(Field.SECRET, Mistake.SECRET_EXPIRED));
			case "AADSTS700016" -> Optional.of(Map.of(Field.CLIENT_ID, Mistake.UNKNOWN_APPLICATION));
			case "AADSTS7000229" -> Optional.of(Map.of(Field.CLIENT_ID, Mistake.NO_ENTERPRISE_APPLICATION));
			default -> Optional.empty();
		};
	}

	private static @Nullable Mistake tenant(TenantId own, String text) {
		if (text.isEmpty()) {
			return Mistake.EMPTY;
		}
		if (!GUID.matcher(text).matches()) {
			return Mistake.NO_GUID;
		}
		return own.toString().equalsIgnoreCase(text) ? null : Mistake.OTHER_ORGANISATION;
	}

	private static @Nullable Mistake client(TenantId own, String text) {
		if (text.isEmpty()) {
			return Mistake.EMPTY;
		}
		if (!GUID.matcher(text).matches()) {
			return Mistake.NO_GUID;
		}
		return own.toString().equalsIgnoreCase(text) ? Mistake.SAME_AS_OTHER_FIELD : null;
	}

	private static @Nullable Mistake secret(Secret secret) {
		Secret value = secret.stripped();
		if (value.isEmpty()) {
			return Mistake.EMPTY;
		}
		if (value.matches(GUID)) {
			return Mistake.SECRET_ID_INSTEAD_OF_VALUE;
		}
		return value.matches(Pattern.compile("[\\x21\\x23-\\x26\\x28-\\x7e]+")) ? null : Mistake.BLANK_OR_QUOTE;
	}

	private static @Nullable Mistake keyId(String client, String text) {
		if (text.isEmpty()) {
			return null;
		}
		if (!GUID.matcher(text).matches()) {
			return Mistake.NO_GUID;
		}
		return text.equalsIgnoreCase(client) ? Mistake.SAME_AS_OTHER_FIELD : null;
	}

	private @Nullable Mistake expiry(@Nullable LocalDate day) {
		if (day == null) {
			return Mistake.NO_DATE;
		}
		LocalDate today = this.clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
		if (day.isBefore(today)) {
			return Mistake.PAST;
		}
		return day.isAfter(today.plusYears(LONGEST_LIFE_YEARS).plusDays(1)) ? Mistake.TOO_FAR : null;
	}

	private static void put(Map<Field, Mistake> mistakes, Field field, @Nullable Mistake mistake) {
		if (mistake != null) {
			mistakes.put(field, mistake);
		}
	}

}
