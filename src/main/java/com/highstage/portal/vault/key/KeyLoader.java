package com.highstage.portal.vault.key;

import java.nio.file.Files;
import java.util.ArrayList;
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

import com.highstage.portal.vault.key.VaultKeys.Recipient;

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
			List<Recipient> recipients = recipients();
			recipients.forEach(this::announce);
			return new VaultKeys(symmetric(KeyRole.KEY), symmetric(KeyRole.HMAC_KEY), signing(), recipients);
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

	private List<ECKey> signing() throws JOSEException {
		List<ECKey> keys = read(KeyRole.SIGNING_KEY, ECKey.class, (ec) -> ec.getCurve().equals(Curve.P_256),
				"A key on the curve P-256 is needed.");
		if (!keys.getFirst().isPrivate()) {
			throw KeyProblemException.unusable(KeyRole.SIGNING_KEY, where(KeyRole.SIGNING_KEY),
					"begins with a public key", "The first one signs: a private key on the curve P-256 is needed.");
		}
		List<ECKey> named = new ArrayList<>();
		for (ECKey key : keys) {
			named.add(new ECKey.Builder(named.isEmpty() ? key : key.toPublicJWK()).keyIDFromThumbprint().build());
		}
		return distinct(KeyRole.SIGNING_KEY, named);
	}

	private List<Recipient> recipients() throws JOSEException {
		List<RSAKey> keys = read(KeyRole.RECIPIENT_KEY, RSAKey.class,
				(rsa) -> rsa.size() >= RECIPIENT_BITS && !rsa.isPrivate(), "Highstage's public key is needed: RSA, "
						+ RECIPIENT_BITS + " bits or more, without the private part, which never belongs here.");
		List<RSAKey> named = new ArrayList<>();
		for (RSAKey key : keys) {
			named.add(new RSAKey.Builder(key.toRSAPublicKey()).keyIDFromThumbprint().build());
		}
		List<Recipient> recipients = new ArrayList<>();
		for (RSAKey key : distinct(KeyRole.RECIPIENT_KEY, named)) {
			recipients.add(new Recipient(key, pairHeld(key)));
		}
		return List.copyOf(recipients);
	}

	private <T extends JWK> List<T> distinct(KeyRole role, List<T> keys) {
		if (keys.stream().map(JWK::getKeyID).distinct().count() < keys.size()) {
			throw KeyProblemException.unusable(role, where(role), "names a key twice", "Name each once.");
		}
		return List.copyOf(keys);
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
		if (!this.properties.generate() || !Files.exists(this.directory.recipientPrivateKey())) {
			return false;
		}
		JWK pair = this.reader.readPrivate(KeyRole.RECIPIENT_KEY, this.directory.recipientPrivateKey());
		return pair.isPrivate() && pair.computeThumbprint().equals(recipient.computeThumbprint());
	}

	private void announce(Recipient recipient) {
		if (recipient.pairHeld()) {
			logger.warn("This portal holds the private key that opens what it seals: {}. That is meant for trying out "
					+ "and for a portal whose reader is on the same machine. Otherwise set portal.vault.recipient-key "
					+ "to Highstage's public key.", this.directory.recipientPrivateKey());
		}
		else {
			logger.info("Secrets are sealed for the recipient key {} once it is proven", recipient.id().value());
		}
	}

}
