package com.highstage.portal.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;

import com.highstage.portal.vault.key.VaultKeys;
import com.highstage.portal.vault.key.VaultKeys.Recipient;

/**
 * Fixed keys, the same in the test vectors. Nothing but tests may use them.
 */
public final class TestKeys {

	private TestKeys() {
	}

	/**
	 * Keys whose recipient counts as proven.
	 * @return the portal's keys
	 */
	public static VaultKeys generated() {
		return keys(true);
	}

	/**
	 * Keys whose recipient was configured and has to be proven.
	 * @return the portal's keys
	 */
	public static VaultKeys configured() {
		return keys(false);
	}

	/**
	 * What Highstage holds.
	 * @return the recipient's key pair
	 */
	public static RSAKey recipient() {
		return read("recipient-private").toRSAKey();
	}

	/**
	 * Another recipient's key pair.
	 * @return a key that does not open what is sealed for {@link #recipient()}
	 */
	public static RSAKey otherRecipient() {
		return read("other-recipient-private").toRSAKey();
	}

	/**
	 * The recipient's key pair before.
	 * @return a key that Highstage still holds
	 */
	public static RSAKey formerRecipient() {
		return read("former-recipient-private").toRSAKey();
	}

	/**
	 * The portal's signing key before.
	 * @return with its private part
	 */
	public static ECKey formerSigning() {
		return read("former-signing-private").toECKey();
	}

	/**
	 * The portal's signing key.
	 * @return with its private part
	 */
	public static ECKey signing() {
		return read("signing-private").toECKey();
	}

	/**
	 * Somebody else's signing key.
	 * @return with its private part
	 */
	public static ECKey foreignSigning() {
		return read("foreign-signing-private").toECKey();
	}

	/**
	 * A symmetric key made of one letter.
	 * @param id its key id
	 * @param letter fills all 32 bytes
	 * @return a key of 256 bits
	 */
	public static OctetSequenceKey symmetric(String id, char letter) {
		byte[] bytes = String.valueOf(letter).repeat(32).getBytes(StandardCharsets.US_ASCII);
		return new OctetSequenceKey.Builder(bytes).keyID(id).build();
	}

	private static VaultKeys keys(boolean pairHeld) {
		return new VaultKeys(List.of(symmetric("box", 'b')), List.of(symmetric("hmac", 'h')), List.of(signing()),
				List.of(new Recipient(recipient().toPublicJWK(), pairHeld)));
	}

	private static JWK read(String name) {
		try (InputStream in = Objects
			.requireNonNull(TestKeys.class.getResourceAsStream("/vectors/keys/" + name + ".jwk"))) {
			return JWK.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
