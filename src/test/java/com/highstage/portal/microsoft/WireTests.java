package com.highstage.portal.microsoft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.highstage.portal.account.SignInId;
import com.highstage.portal.tenant.ObjectId;

/**
 * What Graph would hardly say, but a network may.
 */
class WireTests {

	private static final Queue<Reply> REPLIES = new ArrayDeque<>();

	private static final List<String> REQUESTS = new ArrayList<>();

	private static HttpServer server;

	private static ConnectedMicrosoft connected;

	private static Delegation admin;

	@BeforeAll
	static void connect() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", WireTests::reply);
		server.start();
		connected = new ConnectedMicrosoft("portal.microsoft.graph=" + address(),
				"portal.microsoft.calls.largest-answer=64KB", "portal.microsoft.calls.most-pages=3");
		admin = new Delegation(connected.tenant("contoso.example"), new SignInId(UUID.randomUUID()));
		connected.replaceTokens(admin.signIn(), "a-token");
	}

	@AfterAll
	static void disconnect() {
		connected.close();
		server.stop(0);
	}

	@BeforeEach
	void forget() {
		REPLIES.clear();
		REQUESTS.clear();
	}

	@Test
	void aClaimsChallengeIsNotAnsweredWithASecondCall() {
		REPLIES.add(new Reply(401, "{\"error\":{\"code\":\"InvalidAuthenticationToken\",\"message\":\"m\"}}",
				Map.of("WWW-Authenticate", "Bearer error=\"insufficient_claims\", claims=\"eyJhIjoiYiJ9\"")));
		Failure failure = failureOfAddPassword();
		Assertions.assertThat(failure.kind()).isEqualTo(Failure.Kind.SIGN_IN_AGAIN);
		Assertions.assertThat(Explanations.of(failure).key()).isEqualTo("stronger-sign-in");
		Assertions.assertThat(REQUESTS).hasSize(1);
	}

	@Test
	void aRedirectIsNotFollowed() {
		REPLIES.add(new Reply(307, "", Map.of("Location", address() + "/elsewhere")));
		Assertions.assertThat(failureOfAddPassword().kind()).isEqualTo(Failure.Kind.UNKNOWN);
		Assertions.assertThat(REQUESTS).hasSize(1);
	}

	@Test
	void anUnavailableServiceThatInvitesAtOnceIsNotAskedTwice() {
		REPLIES.add(new Reply(503, "{\"error\":{\"code\":\"ServiceUnavailable\"}}", Map.of("Retry-After", "0")));
		Assertions.assertThat(failureOfAddPassword().kind()).isEqualTo(Failure.Kind.UNKNOWN);
		Assertions.assertThat(REQUESTS).hasSize(1);
	}

	@Test
	void anEndlessAnswerIsCutOff() {
		REPLIES.add(Reply.json("{\"value\":[],\"filler\":\"" + "x".repeat(70_000) + "\"}"));
		Failure failure = failureOfReading();
		Assertions.assertThat(failure.kind()).isEqualTo(Failure.Kind.RETRY_LATER);
		Assertions.assertThat(failure.code()).isEqualTo("UnreadableAnswer");
	}

	@Test
	void pagesAreFollowedButNotForEver() {
		for (int page = 0; page < 5; page++) {
			REPLIES.add(Reply
				.json("{\"@odata.nextLink\":\"" + address() + "/v1.0/servicePrincipals/x/appRoleAssignments?$skiptoken="
						+ page + "\",\"value\":[{\"id\":\"a" + page + "\",\"resourceId\":\"" + UUID.randomUUID()
						+ "\",\"appRoleId\":\"" + UUID.randomUUID() + "\"}]}"));
		}
		Assertions.assertThat(grants()).hasSize(3);
		Assertions.assertThat(REQUESTS).hasSize(3);
		Assertions.assertThat(REQUESTS.getLast()).contains("$skiptoken=1");
	}

	@Test
	void theTokenIsNeverTakenToAnotherAddress() {
		REPLIES.add(Reply.json("{\"@odata.nextLink\":\"http://127.0.0.1:" + server.getAddress().getPort()
				+ "/v1.0/servicePrincipals/x/appRoleAssignments\",\"value\":[]}"));
		Assertions.assertThat(failureOfReading().code()).isEqualTo("UnreadableAnswer");
		Assertions.assertThat(REQUESTS).hasSize(1);
	}

	@Test
	void anAnswerWithoutWhatItMustHaveIsNoAnswer() {
		REPLIES.add(Reply.json("{\"keyId\":\"" + UUID.randomUUID() + "\",\"endDateTime\":\"2027-01-01T00:00:00Z\"}"));
		Assertions.assertThat(failureOfAddPassword().kind()).isEqualTo(Failure.Kind.UNKNOWN);
		REPLIES
			.add(Reply.json("{\"keyId\":\"" + UUID.randomUUID() + "\",\"endDateTime\":\"when\",\"secretText\":\"s\"}"));
		Assertions.assertThat(failureOfAddPassword().kind()).isEqualTo(Failure.Kind.UNKNOWN);
		REPLIES.add(Reply.json("{}"));
		Assertions.assertThat(failureOfReading().kind()).isEqualTo(Failure.Kind.RETRY_LATER);
	}

	@Test
	void aPageThatSaysNotFoundIsNotGraphsWord() {
		REPLIES.add(new Reply(404, "<html>404 Not Found</html>", Map.of("Content-Type", "text/html")));
		Failure failure = Assertions
			.catchThrowableOfType(MicrosoftException.class,
					() -> connected.bean(Applications.class).findByUniqueName(admin, "highstage-mail-1"))
			.failure();
		Assertions.assertThat(failure.kind()).isEqualTo(Failure.Kind.RETRY_LATER);
	}

	@Test
	void whereNobodyListensNothingHasHappened() {
		try (ConnectedMicrosoft unreachable = new ConnectedMicrosoft("portal.microsoft.graph=http://localhost:1")) {
			unreachable.replaceTokens(admin.signIn(), "a-token");
			Failure failure = Assertions
				.catchThrowableOfType(MicrosoftException.class, () -> addPassword(unreachable.bean(Applications.class)))
				.failure();
			Assertions.assertThat(failure.kind()).isEqualTo(Failure.Kind.RETRY_LATER);
			Assertions.assertThat(Explanations.of(failure).key()).isEqualTo("not-reachable");
		}
	}

	private static Failure failureOfAddPassword() {
		return Assertions
			.catchThrowableOfType(MicrosoftException.class, () -> addPassword(connected.bean(Applications.class)))
			.failure();
	}

	private static void addPassword(Applications applications) {
		applications.addPassword(admin, new ObjectId(UUID.randomUUID()), "hs", Instant.now());
	}

	private static Failure failureOfReading() {
		return Assertions.catchThrowableOfType(MicrosoftException.class, WireTests::grants).failure();
	}

	private static Set<ServicePrincipals.Grant> grants() {
		return connected.bean(ServicePrincipals.class).grants(admin, new ObjectId(UUID.randomUUID()));
	}

	private static String address() {
		return "http://localhost:" + server.getAddress().getPort();
	}

	private static void reply(HttpExchange exchange) {
		REQUESTS.add(exchange.getRequestURI().toString());
		Reply reply = REPLIES.remove();
		byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		reply.headers().forEach(exchange.getResponseHeaders()::set);
		try (exchange) {
			exchange.sendResponseHeaders(reply.status(), (body.length > 0) ? body.length : -1);
			exchange.getResponseBody().write(body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Reply(int status, String body, Map<String, String> headers) {

		static Reply json(String body) {
			return new Reply(200, body, Map.of());
		}

	}

}
