package com.highstage.portal.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.springframework.stereotype.Service;

import com.highstage.portal.credential.CredentialType;
import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.IssuedCredential;
import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.Applications;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.microsoft.NewPassword;
import com.highstage.portal.registration.Attempt.Call;
import com.highstage.portal.vault.CertificateAuthority;
import com.highstage.portal.vault.Credential;
import com.highstage.portal.vault.Credential.ClientCertificate;
import com.highstage.portal.vault.Credential.ClientSecret;
import com.highstage.portal.vault.CredentialSealing;

/**
 * Makes a secret or certificate so that it is either sealed here or found again and
 * removed: the intent is committed, then Microsoft is asked exactly once, then the value
 * is sealed and committed.
 */
@Service
public class Secrets {

	/** A certificate may already be valid when its maker's clock is ahead. */
	private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

	private final Applications applications;

	private final CertificateAuthority certificates;

	private final CredentialSealing sealing;

	private final Attempts attempts;

	private final SealedStore store;

	private final Clock clock;

	Secrets(Applications applications, CertificateAuthority certificates, CredentialSealing sealing, Attempts attempts,
			SealedStore store, Clock clock) {
		this.applications = applications;
		this.certificates = certificates;
		this.sealing = sealing;
		this.attempts = attempts;
		this.store = store;
		this.clock = clock;
	}

	/**
	 * Whether Highstage could open what would be made.
	 * @return false if nothing may be made now
	 */
	public boolean canMake() {
		return this.sealing.provenRecipient().isPresent();
	}

	/**
	 * Makes a credential. An outcome that is not known is left as an open attempt for
	 * {@link Leftovers}.
	 * @param work on whose behalf
	 * @param application the application
	 * @param wish what is wanted
	 * @return what came of it
	 * @throws MicrosoftException if Microsoft did not answer so
	 */
	public SecretOutcome make(Work work, Application application, SecretWish wish) {
		if (!canMake()) {
			return new SecretOutcome.RecipientUnproven();
		}
		try {
			return new SecretOutcome.Made((wish.type() == CredentialType.SECRET) ? password(work, application, wish)
					: certificate(work, application, wish));
		}
		catch (MicrosoftException ex) {
			if (ex.failure().has("CredentialInvalidLifetimeAsPerAppPolicy")) {
				return new SecretOutcome.LifetimeRefused(ex);
			}
			if (ex.failure().has("CredentialTypeNotAllowedAsPerAppPolicy")) {
				return new SecretOutcome.TypeRefused(ex);
			}
			throw ex;
		}
	}

	private CredentialVersion password(Work work, Application application, SecretWish wish) {
		Attempt attempt = this.attempts.begin(work, Call.ADD_PASSWORD, application.clientId().toString());
		String name = attempt.id().mark(wish.description());
		NewPassword made;
		try {
			made = this.applications.addPassword(work.delegation(), application.id(), name, end(wish));
		}
		catch (MicrosoftException ex) {
			this.attempts.failed(work, attempt, ex);
			throw ex;
		}
		return this.store.store(work, attempt, new ClientSecret(made.value()),
				issued(work, application, made.keyId(), name, made.expiresAt()));
	}

	private CredentialVersion certificate(Work work, Application application, SecretWish wish) {
		Instant end = end(wish);
		ClientCertificate made = this.certificates.selfSigned("Highstage " + application.clientId(),
				this.clock.instant().minus(CLOCK_DIFFERENCE), end);
		Attempt attempt = this.attempts.begin(work, Call.ADD_CERTIFICATE, application.clientId().toString());
		String name = attempt.id().mark(wish.description());
		UUID keyId = UUID.randomUUID();
		try {
			this.applications.addCertificate(work.delegation(), application.id(), made.certificate(), keyId, name,
					this.store.certificates(work.connection(), this.clock.instant()));
		}
		catch (MicrosoftException ex) {
			this.attempts.failed(work, attempt, ex);
			throw ex;
		}
		return this.store.store(work, attempt, (Credential) made, issued(work, application, keyId, name, end));
	}

	private Instant end(SecretWish wish) {
		return this.clock.instant().plus(Duration.ofDays(wish.lifetimeDays())).truncatedTo(ChronoUnit.SECONDS);
	}

	private static IssuedCredential issued(Work work, Application application, UUID keyId, String name, Instant end) {
		return new IssuedCredential(work.connection(), work.delegation().tenant(), application.clientId(), keyId, name,
				end);
	}

}
