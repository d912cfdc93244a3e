package com.highstage.portal.vault.cipher;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

import com.nimbusds.jose.jwk.OctetSequenceKey;
import org.springframework.stereotype.Component;

import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Secret;
import com.highstage.portal.vault.SecretBox;
import com.highstage.portal.vault.SecretUnreadableException;
import com.highstage.portal.vault.key.VaultKeys;

/**
 * AES-256-GCM with a random 96-bit nonce and a 128-bit tag (NIST SP 800-38D). A
 * ciphertext reads {@code v1.<key id>.<base64url of nonce, content and tag>}; version and
 * key id are authenticated too.
 */
@Component
class AesGcmSecretBox implements SecretBox {

	private static final String TRANSFORMATION = "AES/GCM/NoPadding";

	private static final String VERSION = "v1.";

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final SecureRandom random = new SecureRandom();

	private final List<OctetSequenceKey> keys;

	AesGcmSecretBox(VaultKeys keys) {
		this.keys = keys.box();
	}

	@Override
	public String protect(Secret secret, String associatedData) {
		OctetSequenceKey key = this.keys.getFirst();
		String header = VERSION + key.getKeyID();
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		try {
			Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, ByteBuffer.wrap(nonce), header, associatedData);
			byte[] content = secret.expose((value) -> value.getBytes(StandardCharsets.UTF_8));
			ByteBuffer sealed = ByteBuffer.allocate(NONCE_BYTES + cipher.getOutputSize(content.length));
			sealed.put(nonce);
			cipher.doFinal(ByteBuffer.wrap(content), sealed);
			return header + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has " + TRANSFORMATION);
		}
	}

	@Override
	public Secret open(String ciphertext, String associatedData) {
		int end = ciphertext.lastIndexOf('.');
		if (!ciphertext.startsWith(VERSION) || end < VERSION.length()) {
			throw new SecretUnreadableException("not a ciphertext of this portal");
		}
		String header = ciphertext.substring(0, end);
		OctetSequenceKey key = key(header.substring(VERSION.length()));
		try {
			ByteBuffer sealed = ByteBuffer.wrap(Base64.getUrlDecoder().decode(ciphertext.substring(end + 1)));
			if (sealed.remaining() < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
				throw new SecretUnreadableException("the ciphertext is too short");
			}
			Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed.slice(0, NONCE_BYTES), header, associatedData);
			byte[] content = cipher.doFinal(sealed.array(), NONCE_BYTES, sealed.remaining() - NONCE_BYTES);
			return Secret.of(new String(content, StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			throw new SecretUnreadableException("key, row or content do not fit");
		}
	}

	@Override
	public String protectCredential(Credential credential, String associatedData) {
		return protect(CredentialText.write(credential), associatedData);
	}

	@Override
	public Credential openCredential(String ciphertext, String associatedData) {
		Credential credential = CredentialText.read(open(ciphertext, associatedData));
		if (credential == null) {
			throw new SecretUnreadableException("the content is no credential");
		}
		return credential;
	}

	private OctetSequenceKey key(String id) {
		return this.keys.stream()
			.filter((key) -> key.getKeyID().equals(id))
			.findFirst()
			.orElseThrow(() -> new SecretUnreadableException("the portal no longer has the key it was encrypted with"));
	}

	private static Cipher cipher(int mode, OctetSequenceKey key, ByteBuffer nonce, String header, String associatedData)
			throws GeneralSecurityException {
		byte[] iv = new byte[NONCE_BYTES];
		nonce.get(iv);
		Cipher cipher = Cipher.getInstance(TRANSFORMATION);
		cipher.init(mode, key.toSecretKey("AES"), new GCMParameterSpec(TAG_BITS, iv));
		cipher.updateAAD((header + "\n" + associatedData).getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

}
