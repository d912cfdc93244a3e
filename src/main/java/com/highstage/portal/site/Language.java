package com.highstage.portal.site;

import java.util.Arrays;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;

/**
 * The languages of the portal.
 */
public enum Language {

	/** English, also for everybody whose language the portal does not speak. */
	ENGLISH("en", "English"),

	/** Danish. */
	DANISH("da", "Dansk"),

	/** German. */
	GERMAN("de", "Deutsch");

	private final String tag;

	private final String ownName;

	Language(String tag, String ownName) {
		this.tag = tag;
		this.ownName = ownName;
	}

	/**
	 * The language tag (BCP 47).
	 * @return the tag
	 */
	public String tag() {
		return this.tag;
	}

	/**
	 * What its speakers call it.
	 * @return the name
	 */
	public String ownName() {
		return this.ownName;
	}

	/**
	 * For the formatting of dates; English is British, because its readers are European.
	 * @return the locale
	 */
	public Locale locale() {
		return (this == ENGLISH) ? Locale.UK : Locale.forLanguageTag(this.tag);
	}

	/**
	 * Finds a language by its tag.
	 * @param tag the tag
	 * @return the language, or empty if the portal does not speak it
	 */
	public static Optional<Language> of(String tag) {
		return Arrays.stream(values()).filter((language) -> language.tag.equals(tag)).findFirst();
	}

	/**
	 * The first language a browser prefers that the portal speaks.
	 * @param preferred the browser's locales, the best first
	 * @return the language
	 */
	public static Language bestOf(Enumeration<Locale> preferred) {
		while (preferred.hasMoreElements()) {
			Optional<Language> language = of(preferred.nextElement().getLanguage());
			if (language.isPresent()) {
				return language.get();
			}
		}
		return ENGLISH;
	}

}
