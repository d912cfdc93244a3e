package com.highstage.portal.operator.desk;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text as it is searched and sorted: words without case and diacritics.
 */
final class Words {

	/** Longest word kept, in bytes of UTF-8. */
	static final int LONGEST = 64;

	/** As many words as a search looks for at once. */
	private static final int MOST = 8;

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

	/** The beginning of an id, its hyphens among it: one word. */
	private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f-]{1,27}\\b");

	/** Letters of their own that no decomposition makes plain. */
	private static final Map<Character, String> PLAIN = Map.of('ø', "o", 'æ', "ae", 'œ', "oe", 'ł', "l", 'đ', "d", 'ð',
			"d", 'þ', "th", 'ı', "i", 'ß', "ss");

	private Words() {
	}

	/**
	 * A text without case and diacritics.
	 * @param text any text
	 * @return the folded text
	 */
	static String fold(String text) {
		String lower = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
		String plain = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
		return plain.chars()
			.mapToObj((letter) -> PLAIN.getOrDefault((char) letter, String.valueOf((char) letter)))
			.collect(Collectors.joining());
	}

	/**
	 * The words of texts, each once.
	 * @param texts any texts
	 * @return the folded words, in UTF-8 and at most {@value #LONGEST} bytes long
	 */
	static Collection<byte[]> of(String... texts) {
		TreeSet<byte[]> words = new TreeSet<>(Arrays::compareUnsigned);
		Arrays.stream(texts).flatMap(Words::words).forEach(words::add);
		return words;
	}

	/**
	 * The words to look for; one that begins another one says nothing more.
	 * @param text what somebody typed
	 * @return the first folded words
	 */
	static Collection<byte[]> sought(String text) {
		Collection<byte[]> words = of(text);
		return words.stream()
			.filter((word) -> words.stream().noneMatch((other) -> other.length > word.length && begins(word, other)))
			.limit(MOST)
			.toList();
	}

	/**
	 * Where the words that begin with a word end: no UTF-8 holds this byte.
	 * @param word the beginning
	 * @return what is greater than all of them
	 */
	static byte[] end(byte[] word) {
		byte[] end = Arrays.copyOf(word, word.length + 1);
		end[word.length] = (byte) 0xff;
		return end;
	}

	/**
	 * A text as a sort key.
	 * @param text any text
	 * @return the folded text in UTF-8, cut after many bytes
	 */
	static byte[] key(String text) {
		return cut(fold(text), 4 * LONGEST);
	}

	private static Stream<String> split(String folded) {
		return BETWEEN.splitAsStream(folded).filter((word) -> !word.isEmpty());
	}

	private static Stream<byte[]> words(String text) {
		String joined = ID.matcher(fold(text)).replaceAll((id) -> id.group().replace("-", ""));
		return split(joined).map((word) -> cut(word, LONGEST));
	}

	private static byte[] cut(String text, int length) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return (bytes.length <= length) ? bytes : Arrays.copyOf(bytes, length);
	}

	static boolean begins(byte[] word, byte[] other) {
		return other.length >= word.length && Arrays.equals(word, 0, word.length, other, 0, word.length);
	}

}
