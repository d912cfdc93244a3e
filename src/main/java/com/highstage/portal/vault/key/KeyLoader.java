package com.highstage.portal.vault.key;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the portal's keys together, from their locations or generated, and refuses those
 * that are too weak or of the wrong kind.
 */
final class KeyLoader {

	private static final Logger logger = LoggerFactory.getLogger(KeyLoader.class);

	private static final int RECIPIENT_BITS = 3072;

	private final VaultProperties properties;

	private final KeyDirectory directory;

	private final KeyReader reader;

	KeyLoader(VaultProperties properties) {
		this.properties = properties;
		this.directory = new KeyDirectory(properties.directory());
		this.reader = new KeyReader(properties.keystore());
	}

	VaultKeys load() {
		Set<KeyRole> unset = KeyRole.all()
			.filter((role) -> this.properties.locations(role).isEmpty())
			.collect(Collectors.toSet());
		if (!unset.isEmpty()) {
			if (!this.properties.generate()) {
				throw KeyProblemException.missing(unset.stream().sorted().toList(), this.properties.directory());
			}
			this.directory.ensure(unset);
		}
		try {
			RSAKey recipient = recipient();
			boolean pairHeld = unset.contains(KeyRole.RECIPIENT_KEY) && pairHeld(recipient);
			announce(recipient, pairHeld);
			return new VaultKeys(symmetric(KeyRole.KEY), symmetric(KeyRole.HMAC_KEY), signing(), recipient, pairHeld);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("no thumbprint of a key that was checked before");
		}
	}

	private List<OctetSequenceKey> symmetric(KeyRole role) {
		List<OctetSequenceKey> keys = read(role, OctetSequenceKey.class,
				(key) -> key.size() == 256 && key.getKeyID() != null,
				"A symmetric key (JWK \"oct\" with a \"kid\") of 256 bits is needed.");
		if (keys.stream().map(JWK::getKeyID).distinct().count() < keys.size()) {
			throw KeyProblemException.unusable(role, where(role), "names two keys alike", "Give each its own \"kid\".");
		}
		return keys;
	}

	private ECKey signing() throws JOSEException {
		ECKey key = read(KeyRole.SIGNING_KEY, ECKey.class, (ec) -> ec.getCurve().equals(Curve.P_256) && ec.isPrivate(),
				"A private key on the curve P-256 is needed.")
			.getFirst();
		return new ECKey.Builder(key).keyIDFromThumbprint().build();
	}

	private RSAKey recipient() throws JOSEException {
		RSAKey key = read(KeyRole.RECIPIENT_KEY, RSAKey.class,
				(rsa) -> rsa.size() >= RECIPIENT_BITS && !rsa.isPrivate(), "Highstage's public key is needed: RSA, "
						+ RECIPIENT_BITS + " bits or more, without the private part, which never belongs here.")
			.getFirst();
		return new RSAKey.Builder(key.toRSAPublicKey()).keyIDFromThumbprint().build();
	}

	private <T extends JWK> List<T> read(KeyRole role, Class<T> type, Predicate<T> fits, String need) {
		List<JWK> keys = locations(role).flatMap((location) -> this.reader.read(role, location).stream()).toList();
		if (keys.isEmpty() || !keys.stream().allMatch((key) -> type.isInstance(key) && fits.test(type.cast(key)))) {
			throw KeyProblemException.unusable(role, where(role), "is not the kind of key that is needed", need);
		}
		return keys.stream().map(type::cast).toList();
	}

	private Stream<String> locations(KeyRole role) {
		List<String> set = this.properties.locations(role);
		return set.isEmpty() ? Stream.of(this.directory.file(role).toString()) : set.stream();
	}

	private String where(KeyRole role) {
		return locations(role).collect(Collectors.joining(", "));
	}

	private boolean pairHeld(RSAKey recipient) throws JOSEException {
		if (!Files.exists(this.directory.recipientPrivateKey())) {
			return false;
		}
		JWK pair = this.reader.readPrivate(KeyRole.RECIPIENT_KEY, this.directory.recipientPrivateKey());
		return pair.isPrivate() && pair.computeThumbprint().equals(recipient.computeThumbprint());
	}

	private void announce(RSAKey recipient, boolean pairHeld) {
		if (pairHeld) {
			logger.warn("This portal holds the private key that opens what it seals: {}. That is meant for trying out "
					+ "and for a portal whose reader is on the same machine. Otherwise set portal.vault.recipient-key "
					+ "to Highstage's public key.", this.directory.recipientPrivateKey());
		}
		else {
			logger.info("Secrets are sealed for the recipient key {}", recipient.getKeyID());
		}
	}

}
