package com.highstage.portal.vault.proof;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;

import com.highstage.portal.vault.LinkToken;
import com.highstage.portal.vault.TokenHash;
import com.highstage.portal.vault.cipher.NestedJwt;
import com.highstage.portal.vault.key.VaultKeys.Recipient;
import com.highstage.portal.vault.key.VaultProperties;

/**
 * Seals random values, like credentials, so that only the holder of the private key can
 * tell what is in them.
 */
@Component
class Canaries {

	private final NestedJwt envelope;

	private final VaultProperties properties;

	private final Clock clock;

	Canaries(NestedJwt envelope, VaultProperties properties, Clock clock) {
		this.envelope = envelope;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * The age at which a canary is replaced, answered or not: an answer tells of the time
	 * since it was made, and whoever answered has the other half of a proof's time to
	 * answer the next.
	 * @return canaries from before then are too old
	 */
	Instant outdated() {
		return this.clock.instant().minus(this.properties.proofLasts().dividedBy(2));
	}

	Canary make(Recipient recipient) {
		String content = LinkToken.random().value();
		String sealed = this.envelope
			.seal(this.envelope.claims(recipient.id().value()).claim("canary", content).build(), recipient.key());
		return new Canary(sealed, answerHash(TokenHash.of(content).value()));
	}

	static String answerHash(String answer) {
		return TokenHash.of(answer).value();
	}

	/**
	 * A canary. Its content is forgotten.
	 *
	 * @param sealed compact serialization
	 * @param answerHash the SHA-256 of the right answer, which is itself the SHA-256 of
	 * the content
	 */
	record Canary(String sealed, String answerHash) {

	}

}
