package com.highstage.portal.microsoft;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.tenant.ObjectId;
import com.highstage.portal.vault.Credential.ClientCertificate;

class CertificatesTests {

	private static ConnectedMicrosoft connected;

	private Applications applications;

	private Delegation admin;

	private ObjectId application;

	@BeforeAll
	static void connect() {
		connected = new ConnectedMicrosoft();
	}

	@AfterAll
	static void disconnect() {
		connected.close();
	}

	@BeforeEach
	void register() {
		connected.calm();
		this.applications = connected.bean(Applications.class);
		this.admin = connected.signIn("admin@northwind.example", "northwind.example");
		this.application = this.applications
			.createIfMissing(this.admin, new NewApplication("highstage-mail-1", "Highstage Mail", Set.of(), Set.of()))
			.id();
	}

	@Test
	void aCertificateIsAddedBesideEverybodyElsesAndRemovedAlone() throws CertificateEncodingException {
		X509Certificate foreign = certificate("CN=somebody else's");
		X509Certificate ours = certificate("CN=ours");
		UUID foreignId = UUID.randomUUID();
		UUID ourId = UUID.randomUUID();
		this.applications.addCertificate(this.admin, this.application, foreign, foreignId, "Backup",
				KnownCertificates.NONE);
		JsonNode before = keyOf(foreignId);
		this.applications.addCertificate(this.admin, this.application, ours, ourId, "Highstage (hs-1)",
				KnownCertificates.NONE);
		Assertions.assertThat(keyOf(foreignId)).isEqualTo(before);
		Assertions.assertThat(keyOf(foreignId).path("key").asString())
			.isEqualTo(Base64.getEncoder().encodeToString(foreign.getEncoded()));
		Assertions.assertThat(keyOf(ourId).path("key").asString())
			.isEqualTo(Base64.getEncoder().encodeToString(ours.getEncoded()));
		Assertions.assertThat(find().certificates())
			.extracting(Application.KeyDescription::displayName)
			.containsExactlyInAnyOrder("Backup", "Highstage (hs-1)");
		this.applications.removeCertificate(this.admin, this.application, ourId, KnownCertificates.NONE);
		Assertions.assertThat(keys()).hasSize(1);
		Assertions.assertThat(keyOf(foreignId)).isEqualTo(before);
	}

	@Test
	void addingTwiceAddsOnceAndRemovingTwiceIsFine() {
		X509Certificate certificate = certificate("CN=ours");
		UUID id = UUID.randomUUID();
		this.applications.addCertificate(this.admin, this.application, certificate, id, "Highstage (hs-1)",
				KnownCertificates.NONE);
		this.applications.addCertificate(this.admin, this.application, certificate, id, "Highstage (hs-1)",
				KnownCertificates.NONE);
		Assertions.assertThat(keys()).hasSize(1);
		Assertions.assertThat(find().certificates()).singleElement().satisfies((key) -> {
			Assertions.assertThat(key.keyId()).isEqualTo(id);
			Assertions.assertThat(key.expiresAt()).isEqualTo(certificate.getNotAfter().toInstant());
		});
		this.applications.removeCertificate(this.admin, this.application, id, KnownCertificates.NONE);
		this.applications.removeCertificate(this.admin, this.application, id, KnownCertificates.NONE);
		Assertions.assertThat(keys()).isEmpty();
	}

	@Test
	void aListThatIsTooOldIsNotWrittenBack() {
		UUID former = UUID.randomUUID();
		UUID young = UUID.randomUUID();
		this.applications.addCertificate(this.admin, this.application, certificate("CN=former"), former,
				"Highstage (hs-1)", KnownCertificates.NONE);
		KnownCertificates unseen = new KnownCertificates(Set.of(young), Set.of());
		Assertions.assertThatExceptionOfType(MicrosoftException.class)
			.isThrownBy(() -> this.applications.removeCertificate(this.admin, this.application, former, unseen))
			.satisfies((ex) -> Assertions.assertThat(ex.failure().kind()).isEqualTo(Failure.Kind.RETRY_LATER));
		Assertions.assertThat(keys()).as("nothing was written").hasSize(1);
		this.applications.addCertificate(this.admin, this.application, certificate("CN=young"), young,
				"Highstage (hs-2)", new KnownCertificates(Set.of(), Set.of(former)));
		Assertions.assertThat(keys()).as("what was removed does not come back").hasSize(1);
		Assertions.assertThat(keyOf(young)).isNotNull();
	}

	private Application find() {
		return this.applications.findByUniqueName(this.admin, "highstage-mail-1").orElseThrow();
	}

	private static X509Certificate certificate(String name) {
		ClientCertificate made = TestCertificates.selfSigned(name);
		return made.certificate();
	}

	private static JsonNode keyOf(UUID id) {
		return keys().valueStream()
			.filter((key) -> key.path("keyId").asString().equals(id.toString()))
			.findFirst()
			.orElseThrow();
	}

	private static JsonNode keys() {
		return connected.microsoft365()
			.organisation("northwind.example")
			.path("applications")
			.path(0)
			.path("keyCredentials");
	}

}
