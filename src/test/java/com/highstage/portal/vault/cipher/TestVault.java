package com.highstage.portal.vault.cipher;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import com.highstage.portal.database.Database;
import com.highstage.portal.vault.CertificateAuthority;
import com.highstage.portal.vault.CredentialSealing;
import com.highstage.portal.vault.Hmacs;
import com.highstage.portal.vault.SecretBox;
import com.highstage.portal.vault.TestKeys;
import com.highstage.portal.vault.key.VaultKeys;
import com.highstage.portal.vault.key.VaultProperties;

/**
 * The real vault with {@link TestKeys}, for tests without a Spring context.
 */
public final class TestVault {

	/** The {@code iss} of what is sealed in tests. */
	public static final String ISSUER = "https://portal.example";

	private TestVault() {
	}

	/**
	 * Encrypts at rest.
	 * @return a box with one key
	 */
	public static SecretBox box() {
		return new AesGcmSecretBox(TestKeys.generated());
	}

	/**
	 * Authenticates.
	 * @return tags with one key
	 */
	public static Hmacs hmacs() {
		return new HmacSha256(TestKeys.generated());
	}

	/**
	 * Makes certificates.
	 * @return the real thing
	 */
	public static CertificateAuthority certificates() {
		return new SelfSignedCertificates();
	}

	/**
	 * Seals for a recipient that counts as proven.
	 * @param clock says when
	 * @return what {@link TestKeys#recipient()} opens
	 */
	public static CredentialSealing sealing(Clock clock) {
		VaultKeys keys = TestKeys.generated();
		return new NestedJwtSealing(keys, envelope(keys, clock), (key, at) -> false, clock);
	}

	/**
	 * Seals for a recipient that has to be proven.
	 * @param clock says when
	 * @param database has the proofs
	 * @return what {@link TestKeys#recipient()} opens
	 */
	public static CredentialSealing sealing(Clock clock, Database database) {
		return sealing(TestKeys.configured(), clock, database);
	}

	/**
	 * Seals for whichever of the keys is proven.
	 * @param keys the portal's keys
	 * @param clock says when
	 * @param database has the proofs
	 * @return the real thing
	 */
	public static CredentialSealing sealing(VaultKeys keys, Clock clock, Database database) {
		return new NestedJwtSealing(keys, envelope(keys, clock), new JdbcRecipientProofs(database.jdbc()), clock);
	}

	/**
	 * Signs and encrypts.
	 * @param keys the portal's keys
	 * @param clock says when
	 * @return the real thing
	 */
	public static NestedJwt envelope(VaultKeys keys, Clock clock) {
		return new NestedJwt(keys, clock, properties());
	}

	/**
	 * Settings.
	 * @return with proofs that last for a week
	 */
	public static VaultProperties properties() {
		return new VaultProperties(List.of(), List.of(), List.of(), List.of(), null, false, Path.of("none"), ISSUER,
				Duration.ofDays(7));
	}

}
