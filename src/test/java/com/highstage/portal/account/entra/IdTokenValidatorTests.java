package com.highstage.portal.account.entra;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;

import com.highstage.portal.tenant.Cloud;

import static org.assertj.core.api.Assertions.assertThat;

class IdTokenValidatorTests {

	private static final String TENANT = "c0c0c0c0-0001-4000-8000-000000000001";

	private static final String OTHER = "fabfabfa-0002-4000-8000-000000000002";

	private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";

	@Test
	void anOrganisationVouchesForItsOwnPeople() {
		assertThat(accepts(Cloud.GLOBAL, TENANT, issuer(TENANT))).isTrue();
	}

	@Test
	void anOrganisationCannotVouchForAnothers() {
		assertThat(accepts(Cloud.GLOBAL, TENANT, issuer(OTHER))).isFalse();
	}

	@Test
	void personalAccountsBelongToNoOrganisation() {
		assertThat(accepts(Cloud.GLOBAL, PERSONAL, issuer(PERSONAL))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://login.microsoftonline.com/{tenantid}/v2.0",
			"https://login.microsoftonline.com/" + TENANT, "https://login.microsoftonline.com/" + TENANT + "/v2.0/",
			"https://sts.windows.net/" + TENANT + "/", "https://login.microsoftonline.us/" + TENANT + "/v2.0",
			"http://login.microsoftonline.com/" + TENANT + "/v2.0", "https://evil.example/" + TENANT + "/v2.0" })
	void everyOtherIssuerIsForged(String issuer) {
		assertThat(accepts(Cloud.GLOBAL, TENANT, issuer)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "contoso.example", "1-1-1-1-1", TENANT + " " })
	void anOrganisationIsAGuid(String tenant) {
		assertThat(accepts(Cloud.GLOBAL, tenant, issuer(tenant))).isFalse();
	}

	@Test
	void eachCloudHasItsOwnIssuer() {
		assertThat(accepts(Cloud.CHINA, TENANT, "https://login.partner.microsoftonline.cn/" + TENANT + "/v2.0"))
			.isTrue();
		assertThat(accepts(Cloud.CHINA, TENANT, issuer(TENANT))).isFalse();
	}

	private static String issuer(String tenant) {
		return "https://login.microsoftonline.com/" + tenant + "/v2.0";
	}

	private static boolean accepts(Cloud cloud, String tenant, String issuer) {
		Jwt token = Jwt.withTokenValue("header.claims.signature")
			.header("alg", "RS256")
			.claim("tid", tenant)
			.claim("oid", UUID.randomUUID().toString())
			.claim("iss", issuer)
			.issuedAt(Instant.EPOCH)
			.build();
		return !new IdTokenValidator(cloud).validate(token).hasErrors();
	}

}
