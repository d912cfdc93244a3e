package com.highstage.portal.handover;

import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import com.highstage.portal.PortalTest;
import com.highstage.portal.simulator.Browser;
import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Highstage's own token, but for one thing that is wrong with it, at the door of the
 * interface.
 */
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class HandoverTokenTests {

	private static final String CONTOSO = "c0c0c0c0-0001-4000-8000-000000000001";

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Autowired
	private PortalProperties portal;

	private JWTClaimsSet good;

	@BeforeEach
	void read() throws ParseException {
		this.good = SignedJWT
			.parse(HighstageClient.token(this.microsoft365, "highstage.example", HighstageClient.CLIENT,
					HighstageClient.SECRET, Browser.CLIENT))
			.getJWTClaimsSet();
	}

	static Stream<Arguments> mistakes() {
		return Stream.of(
				Arguments.of("of a person",
						Map.of("scp", "Connections.Read", "idtyp", "user", "sub", "pairwise", "upn", "o@x.example")),
				Arguments.of("of a person, said by the scope alone", Map.of("scp", "Connections.Read")),
				Arguments.of("expired", Map.of("exp", Duration.ofSeconds(-90))),
				Arguments.of("not yet valid", Map.of("nbf", Duration.ofSeconds(90))),
				Arguments.of("for another audience", Map.of("aud", "00000002-0000-0ff1-ce00-000000000000")),
				Arguments.of("for several audiences", Map.of("aud", List.of(Browser.CLIENT, "another"))),
				Arguments.of("of another issuer", Map.of("iss", "https://login.evil.example/" + CONTOSO + "/v2.0")),
				Arguments.of("of another organisation's issuer",
						Map.of("iss", "https://login.microsoftonline.com/" + CONTOSO + "/v2.0")),
				Arguments.of("of another organisation", Map.of("tid", CONTOSO)),
				Arguments.of("of another organisation throughout",
						Map.of("tid", CONTOSO, "iss", "https://login.microsoftonline.com/" + CONTOSO + "/v2.0")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("mistakes")
	void isRefusedAlthoughMicrosoftSignedIt(String what, Map<String, Object> mistake) {
		assertThat(answer(this.microsoft365.sign(this.good.toJSONObject())).statusCode()).isEqualTo(200);
		Map<String, Object> claims = new LinkedHashMap<>(this.good.toJSONObject());
		claims.putAll(mistake);
		// from now, and not from when the portal was yet to start
		claims.replaceAll(
				(claim, value) -> (value instanceof Duration from) ? Instant.now().plus(from).getEpochSecond() : value);
		assertRefused(this.microsoft365.sign(claims));
	}

	@ParameterizedTest
	@CsvSource({ "ver, 1.0, portal.vendor.tenant-id", "aud, evil\\nline, portal.handover.audience",
			"scp, Connections.Read, acts on its own" })
	void theLogSaysUnderTheAnswersReferenceWhatWasWrong(String claim, String value, String why, CapturedOutput output) {
		Map<String, Object> claims = new LinkedHashMap<>(this.good.toJSONObject());
		claims.put(claim, value);
		String reference = HighstageClient.json(answer(this.microsoft365.sign(claims))).path("reference").asString();
		assertThat(output.getAll().lines().filter((line) -> line.contains("A bearer token was refused")))
			.singleElement(InstanceOfAssertFactories.STRING)
			.contains(reference, why)
			.doesNotContain("evil");
	}

	@Test
	void isRefusedIfAnybodyElseSignedIt() throws JOSEException, ParseException {
		RSAKey microsofts = published();
		assertRefused(new PlainJWT(this.good).serialize());
		assertRefused(signed(new RSAKeyGenerator(2048).keyID(microsofts.getKeyID()).generate()));
		assertRefused(signed(new RSAKeyGenerator(2048).keyID("another").generate()));
		SignedJWT symmetric = new SignedJWT(
				new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(microsofts.getKeyID()).build(), this.good);
		symmetric.sign(new MACSigner(microsofts.toRSAPublicKey().getEncoded()));
		assertRefused(symmetric.serialize());
	}

	private RSAKey published() throws ParseException {
		String keys = new Browser(this.microsoft365).get("/login/organizations/discovery/v2.0/keys").body();
		return JWKSet.parse(keys).getKeys().getFirst().toRSAKey();
	}

	private String signed(RSAKey key) throws JOSEException {
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
				this.good);
		token.sign(new RSASSASigner(key));
		return token.serialize();
	}

	private HttpResponse<String> answer(String token) {
		return new HighstageClient(this.portal.url(), token).get("/connections?limit=1");
	}

	private void assertRefused(String token) {
		HttpResponse<String> answer = answer(token);
		HighstageClient.assertProblem(answer, 401, "about:blank");
		assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
	}

}
