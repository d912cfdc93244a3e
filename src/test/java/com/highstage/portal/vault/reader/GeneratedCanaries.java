package com.highstage.portal.vault.reader;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import org.jspecify.annotations.Nullable;

import com.highstage.portal.vault.TestKeys;
import com.highstage.portal.vault.proof.CanaryOpener;
import com.highstage.portal.vault.proof.TestProofs;
import com.highstage.portal.vault.reader.SealedCredentialReader.Reason;
import com.highstage.portal.vault.reader.Vectors.Vector;

/**
 * Vectors of canaries.
 */
final class GeneratedCanaries {

	private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

	private static final String CONTENT = "bWFkZS11cC1jb250ZW50LW9mLTMyLWJ5dGVzLWhlcmU";

	private static final String ANSWER = "6a4b1714d31cb3a89d7a193dd97c9da5b7fd68909f870eda65aab8ee524bb285";

	private final RSAKey recipient = TestKeys.recipient();

	private final List<Vector> vectors = new ArrayList<>();

	private final JWTClaimsSet.Builder credential;

	GeneratedCanaries(JWTClaimsSet.Builder credential) {
		this.credential = credential;
	}

	List<Vector> make() throws JOSEException {
		String made = TestProofs.canary(TestKeys.configured(), Clock.fixed(NOW, ZoneOffset.UTC));
		String content = CanaryOpener.open(made, this.recipient);
		add("canary", made, Map.of("canary", content), null);
		add("canary: a known answer", Forger.seal(claims()), Map.of("canary", CONTENT, "answer", ANSWER), null);
		refused("canary: short tag", Reason.TAG, Forger.shortTag(made, 12));
		refused("canary: foreign signature", Reason.SIGNATURE,
				Forger.encrypt(Forger.sign(claims(), TestKeys.foreignSigning()), Forger.header(), this.recipient));
		refused("canary: another portal's", Reason.ISSUER, Forger.seal(claims().issuer("https://other.example")));
		refused("canary: swapped row", Reason.ROW, Forger.seal(claims().subject(TestKeys.otherRecipient().getKeyID())));
		refused("canary: a credential in its place", Reason.ROW, Forger.seal(this.credential));
		refused("canary: nothing in it", Reason.FORMAT, Forger.seal(claims().claim("canary", null)));
		return this.vectors;
	}

	private void refused(String name, Reason reason, String sealed) {
		add(name, sealed, null, reason);
	}

	private void add(String name, String sealed, @Nullable Map<String, Object> opens, @Nullable Reason refused) {
		this.vectors.add(new Vector(name, null, this.recipient.getKeyID(), sealed, opens, refused));
	}

	private JWTClaimsSet.Builder claims() {
		return Forger.claims(this.recipient.getKeyID(), NOW).claim("canary", CONTENT);
	}

}
