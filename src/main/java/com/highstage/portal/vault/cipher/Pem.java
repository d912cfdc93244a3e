package com.highstage.portal.vault.cipher;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * RFC 7468 text.
 */
final class Pem {

	private Pem() {
	}

	static String write(PemObject object) {
		StringWriter text = new StringWriter();
		try (PemWriter writer = new PemWriter(text)) {
			writer.writeObject(object);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("writing to memory", ex);
		}
		return text.toString();
	}

}
