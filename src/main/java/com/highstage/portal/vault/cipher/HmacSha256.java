package com.highstage.portal.vault.cipher;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;

import com.nimbusds.jose.jwk.OctetSequenceKey;
import org.springframework.stereotype.Component;

import com.highstage.portal.vault.Hmacs;
import com.highstage.portal.vault.key.VaultKeys;

/**
 * HMAC-SHA-256 (RFC 2104) through the Java platform.
 */
@Component
class HmacSha256 implements Hmacs {

	private static final String ALGORITHM = "HmacSHA256";

	private final List<OctetSequenceKey> keys;

	HmacSha256(VaultKeys keys) {
		this.keys = keys.hmac();
	}

	@Override
	public Tag tag(byte[] message) {
		return tag(this.keys.getFirst(), message);
	}

	@Override
	public Verdict compare(Tag tag, byte[] message) {
		return this.keys.stream()
			.filter((key) -> key.getKeyID().equals(tag.keyId()))
			.findFirst()
			.map((key) -> equal(tag(key, message), tag) ? Verdict.FITS : Verdict.DIFFERS)
			.orElse(Verdict.UNKNOWN_KEY);
	}

	private static Tag tag(OctetSequenceKey key, byte[] message) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(key.toSecretKey(ALGORITHM));
			return new Tag(key.getKeyID(), HexFormat.of().formatHex(mac.doFinal(message)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has " + ALGORITHM);
		}
	}

	private static boolean equal(Tag expected, Tag actual) {
		return MessageDigest.isEqual(HexFormat.of().parseHex(expected.value()), bytes(actual));
	}

	private static byte[] bytes(Tag tag) {
		try {
			return HexFormat.of().parseHex(tag.value());
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

}
