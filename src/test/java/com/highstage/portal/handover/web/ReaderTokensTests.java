package com.highstage.portal.handover.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

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
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.handover.HandoverProperties;
import com.highstage.portal.tenant.Cloud;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReaderTokensTests {

	private static final TenantId VENDOR = TenantId.parse("41674167-0006-4000-8000-000000000006");

	private static final String PORTAL = "5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a10";

	private static final String OTHER = "c0c0c0c0-0001-4000-8000-000000000001";

	private static final RSAKey KEY = key("one");

	private final AtomicInteger asked = new AtomicInteger();

	private HttpServer microsoft;

	private ReaderTokens tokens;

	private static RSAKey key(String id) {
		try {
			return new RSAKeyGenerator(2048).keyID(id).generate();
		}
		catch (JOSEException ex) {
			throw new AssertionError(ex);
		}
	}

	@BeforeEach
	void publishKeys() throws IOException {
		this.microsoft = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		byte[] keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
		this.microsoft.createContext("/organizations/discovery/v2.0/keys", (exchange) -> {
			this.asked.incrementAndGet();
			exchange.sendResponseHeaders(200, keys.length);
			exchange.getResponseBody().write(keys);
			exchange.close();
		});
		this.microsoft.start();
		this.tokens = new ReaderTokens(
				new MicrosoftProperties(Cloud.GLOBAL,
						URI.create("http://localhost:" + this.microsoft.getAddress().getPort()), null, null,
						UUID.fromString(PORTAL), Secret.of("x"), true),
				VENDOR::equals, new HandoverProperties("api://portal", 1));
	}

	@AfterEach
	void stop() {
		this.microsoft.stop(0);
	}

	@Test
	void anApplicationOfTheVendorIsKnownByItsIdAndRole() {
		assertThat(roles((claims) -> claims)).containsExactly("Connections.Read");
		assertThat(this.tokens.convert(this.tokens.decode(signed(KEY, (claims) -> claims))).getName())
			.isEqualTo("azp of it");
		assertThat(roles((claims) -> claims.claim("roles", List.of("Operator", "connections.read")))).isEmpty();
		assertThat(roles((claims) -> claims.claim("roles", null))).isEmpty();
		assertThat(roles((claims) -> claims.audience("api://portal"))).hasSize(1);
		assertThat(roles((claims) -> claims.claim("idtyp", null))).as("only where it was asked for").hasSize(1);
	}

	private List<String> roles(UnaryOperator<JWTClaimsSet.Builder> change) {
		return this.tokens.convert(this.tokens.decode(signed(KEY, change)))
			.getAuthorities()
			.stream()
			.map(GrantedAuthority::getAuthority)
			.toList();
	}

	@ParameterizedTest
	@CsvSource({ "tid, " + OTHER, "tid, ", "tid, x", "iss, https://login.microsoftonline.com/" + OTHER + "/v2.0",
			"iss, https://sts.windows.net/41674167-0006-4000-8000-000000000006/", "ver, 1.0", "ver, ",
			"aud, https://graph.microsoft.com", "aud, api://" + PORTAL, "aud, ", "scp, Connections.Read", "idtyp, user",
			"azp, ", "oid, other", "sub, other" })
	void oneWrongClaimIsEnough(String claim, String value) {
		assertRefused(signed(KEY, (claims) -> claims.claim(claim, value)));
	}

	@Test
	void timeCounts() {
		Instant now = Instant.now();
		assertRefused(signed(KEY, (claims) -> claims.expirationTime(Date.from(now.minusSeconds(120)))));
		assertRefused(signed(KEY, (claims) -> claims.expirationTime(null)));
		assertRefused(signed(KEY, (claims) -> claims.notBeforeTime(Date.from(now.plusSeconds(120)))));
	}

	@Test
	void onlyMicrosoftsSignatureCounts() throws JOSEException {
		assertRefused(new PlainJWT(claims().build()).serialize());
		SignedJWT withPublicKey = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
		withPublicKey.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
		assertRefused(withPublicKey.serialize());
		assertRefused(signed(key("one"), (claims) -> claims));
	}

	@Test
	void madeUpKeysDoNotMakeThePortalAskWithoutEnd() {
		RSAKey foreign = key("foreign");
		for (int i = 0; i < 20; i++) {
			assertRefused(signed(new RSAKey.Builder(foreign).keyID("made-up-" + i).build(), (claims) -> claims));
		}
		assertThat(this.asked.get()).isLessThan(4);
		assertThat(roles((claims) -> claims)).hasSize(1);
	}

	@Test
	void keysThatCannotBeReadAreNotTheTokensFault() {
		this.microsoft.stop(0);
		assertThatExceptionOfType(JwtException.class)
			.isThrownBy(() -> this.tokens.decode(signed(KEY, (claims) -> claims)))
			.isNotInstanceOf(BadJwtException.class);
	}

	private void assertRefused(String token) {
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.tokens.decode(token));
	}

	private static JWTClaimsSet.Builder claims() {
		Instant now = Instant.now();
		return new JWTClaimsSet.Builder().issuer("https://login.microsoftonline.com/" + VENDOR + "/v2.0")
			.audience(PORTAL)
			.subject("oid of it")
			.issueTime(Date.from(now))
			.notBeforeTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(600)))
			.claim("oid", "oid of it")
			.claim("azp", "azp of it")
			.claim("tid", VENDOR.toString())
			.claim("ver", "2.0")
			.claim("idtyp", "app")
			.claim("roles", List.of("Other", "Connections.Read"));
	}

	private static String signed(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) {
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
					change.apply(claims()).build());
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new AssertionError(ex);
		}
	}

}
