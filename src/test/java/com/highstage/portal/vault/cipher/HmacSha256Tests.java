package com.highstage.portal.vault.cipher;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import com.nimbusds.jose.jwk.OctetSequenceKey;
import org.junit.jupiter.api.Test;

import com.highstage.portal.vault.Hmacs;
import com.highstage.portal.vault.Hmacs.Tag;
import com.highstage.portal.vault.Hmacs.Verdict;
import com.highstage.portal.vault.TestKeys;
import com.highstage.portal.vault.key.VaultKeys;

import static org.assertj.core.api.Assertions.assertThat;

class HmacSha256Tests {

	private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);

	private static final OctetSequenceKey OLD = TestKeys.symmetric("old", 'o');

	private static final OctetSequenceKey NEW = TestKeys.symmetric("new", 'n');

	// RFC 4231, test case 2
	@Test
	void computesWhatTheStandardSays() {
		OctetSequenceKey jefe = new OctetSequenceKey.Builder("Jefe".getBytes(StandardCharsets.UTF_8)).keyID("k")
			.build();
		assertThat(hmacs(jefe).tag("what do ya want for nothing?".getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(new Tag("k", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
	}

	@Test
	void aTagFitsItsMessageOnly() {
		Tag tag = hmacs(NEW).tag(MESSAGE);
		assertThat(hmacs(NEW).compare(tag, MESSAGE)).isEqualTo(Verdict.FITS);
		assertThat(hmacs(NEW).compare(tag, "massage".getBytes(StandardCharsets.UTF_8))).isEqualTo(Verdict.DIFFERS);
	}

	@Test
	void theNewestKeyMakesTagsAndOlderOnesStillCompare() {
		Tag before = hmacs(OLD).tag(MESSAGE);
		assertThat(hmacs(NEW, OLD).compare(before, MESSAGE)).isEqualTo(Verdict.FITS);
		assertThat(hmacs(NEW, OLD).tag(MESSAGE).keyId()).isEqualTo("new");
		assertThat(hmacs(NEW).compare(before, MESSAGE)).isEqualTo(Verdict.UNKNOWN_KEY);
	}

	@Test
	void aTagThatIsNoneDiffers() {
		assertThat(hmacs(NEW).compare(new Tag("new", "not hexadecimal"), MESSAGE)).isEqualTo(Verdict.DIFFERS);
		assertThat(hmacs(NEW).compare(new Tag("new", ""), MESSAGE)).isEqualTo(Verdict.DIFFERS);
		assertThat(hmacs(NEW).compare(new Tag("new", HexFormat.of().formatHex(MESSAGE)), MESSAGE))
			.isEqualTo(Verdict.DIFFERS);
	}

	private static Hmacs hmacs(OctetSequenceKey... keys) {
		VaultKeys others = TestKeys.generated();
		return new HmacSha256(new VaultKeys(others.box(), List.of(keys), others.signing(), others.recipients()));
	}

}
