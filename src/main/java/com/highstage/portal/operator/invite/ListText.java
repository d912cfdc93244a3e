package com.highstage.portal.operator.invite;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Turns an uploaded file into text: UTF-8 with or without its mark, what Excel calls
 * "Unicode text" (UTF-16), and else what Excel writes on a Western Windows.
 */
final class ListText {

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private static final String MARK = "\uFEFF";

	private ListText() {
	}

	static String read(byte[] file) {
		if (begins(file, 0xFF, 0xFE)) {
			return plain(new String(file, StandardCharsets.UTF_16LE));
		}
		if (begins(file, 0xFE, 0xFF)) {
			return plain(new String(file, StandardCharsets.UTF_16BE));
		}
		try {
			return plain(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString());
		}
		catch (CharacterCodingException ex) {
			return new String(file, WINDOWS);
		}
	}

	static String plain(String text) {
		return text.startsWith(MARK) ? text.substring(1) : text;
	}

	private static boolean begins(byte[] file, int first, int second) {
		return file.length > 1 && Byte.toUnsignedInt(file[0]) == first && Byte.toUnsignedInt(file[1]) == second;
	}

}
