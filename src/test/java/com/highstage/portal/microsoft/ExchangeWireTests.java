package com.highstage.portal.microsoft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.highstage.portal.account.SignInId;
import com.highstage.portal.microsoft.Failure.Kind;
import com.highstage.portal.microsoft.exchange.ExchangeRegistrations;
import com.highstage.portal.microsoft.exchange.Mailboxes;
import com.highstage.portal.microsoft.exchange.Mailboxes.Right;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.ObjectId;

/**
 * What is said to Exchange, and what Exchange would hardly say, but a network may.
 */
class ExchangeWireTests {

	private static final Queue<Reply> REPLIES = new ArrayDeque<>();

	private static final List<Call> CALLS = new ArrayList<>();

	private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

	private static HttpServer server;

	private static ConnectedMicrosoft connected;

	private Delegation admin;

	@BeforeAll
	static void connect() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", ExchangeWireTests::reply);
		server.start();
		connected = new ConnectedMicrosoft("portal.microsoft.outlook=" + address(),
				"portal.microsoft.calls.largest-answer=64KB", "portal.microsoft.calls.most-pages=3");
	}

	@AfterAll
	static void disconnect() {
		connected.close();
		server.stop(0);
	}

	@BeforeEach
	void signIn() {
		REPLIES.clear();
		CALLS.clear();
		this.admin = new Delegation(connected.tenant("contoso.example"), new SignInId(UUID.randomUUID()));
		connected.replaceTokens(this.admin.signIn(), "a-token");
	}

	@Test
	void aCommandIsSentAsTheModuleSendsIt() {
		REPLIES.add(new Reply(200, "{\"value\":[]}", JSON));
		add();
		Call call = CALLS.getFirst();
		Assertions.assertThat(call.uri).isEqualTo("/adminapi/beta/" + this.admin.tenant() + "/InvokeCommand");
		Assertions.assertThat(call.body)
			.startsWith("{\"CmdletInput\":{")
			.contains("\"CmdletName\":\"New-ServicePrincipal\"", "\"Parameters\":{\"AppId\":");
		Assertions.assertThat(call.headers)
			.containsEntry("Authorization", "Bearer a-token")
			.containsEntry("X-anchormailbox", "UPN:somebody@contoso.example");
	}

	@Test
	void aHostileSignInNameStaysInItsHeader() {
		connected.rename(this.admin.signIn(), "søren\r\nX-Evil: 1@contoso.example");
		REPLIES.add(new Reply(200, "{\"value\":[]}", JSON));
		add();
		Assertions.assertThat(CALLS.getFirst().headers)
			.containsEntry("X-anchormailbox", "UPN:s%C3%B8ren%0D%0AX-Evil:%201@contoso.example")
			.doesNotContainKey("X-evil");
	}

	@Test
	void theNextPageIsAskedForWithTheSameBody() {
		REPLIES.add(page(address() + "/adminapi/beta/x/InvokeCommand?%24skiptoken=1"));
		REPLIES.add(page(""));
		Assertions.assertThat(list()).hasSize(2);
		Assertions.assertThat(CALLS.get(1).body).isEqualTo(CALLS.get(0).body);
		Assertions.assertThat(CALLS.get(1).uri).isEqualTo("/adminapi/beta/x/InvokeCommand?%24skiptoken=1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:1/adminapi/beta/x/InvokeCommand", "https://evil.example/adminapi/beta/x",
			"ftp://localhost/adminapi/beta/x", "/adminapi/beta/x" })
	void theTokenIsSentNowhereElse(String elsewhere) {
		REPLIES.add(page(elsewhere));
		Assertions.assertThat(failure().code()).isEqualTo("UnreadableAnswer");
		Assertions.assertThat(CALLS).hasSize(1);
	}

	@Test
	void theTokenIsNotSentToAnotherPortOrPathOfTheSameHost() {
		for (String elsewhere : List.of(address().replaceFirst("\\d+$", "1") + "/adminapi/beta/x",
				address() + "/elsewhere", address().replace("localhost", "localhost@127.0.0.1") + "/adminapi/beta/x")) {
			REPLIES.add(page(elsewhere));
			Assertions.assertThat(failure().code()).isEqualTo("UnreadableAnswer");
		}
		Assertions.assertThat(CALLS).hasSize(3);
	}

	@Test
	void aListWithoutEndIsNotTakenForWhole() {
		for (int page = 0; page < 5; page++) {
			REPLIES.add(page(address() + "/adminapi/beta/x/InvokeCommand?%24skiptoken=" + page));
		}
		Assertions.assertThat(failure().kind()).isEqualTo(Kind.RETRY_LATER);
		Assertions.assertThat(CALLS).hasSize(3);
	}

	@Test
	void anEndlessAnswerIsCutOff() {
		REPLIES.add(new Reply(200, "{\"value\":[],\"filler\":\"" + "x".repeat(70_000) + "\"}", JSON));
		Assertions.assertThat(failure().code()).isEqualTo("UnreadableAnswer");
	}

	@Test
	void aClaimsChallengeAsksForAStrongerSignIn() {
		REPLIES.add(new Reply(401, "",
				Map.of("WWW-Authenticate", "Bearer error=\"insufficient_claims\", claims=\"eyJ9\"")));
		Failure failure = failure();
		Assertions.assertThat(failure.kind()).isEqualTo(Kind.SIGN_IN_AGAIN);
		Assertions.assertThat(Explanations.of(failure).key()).isEqualTo(Cause.STRONGER_SIGN_IN.key());
	}

	@Test
	void aProxysRefusalIsNotExchangesWord() {
		REPLIES.add(new Reply(403, "<html>Blocked</html>", Map.of("Content-Type", "text/html")));
		Assertions.assertThat(Explanations.of(failure()).key()).isEqualTo(Cause.STRANGE_ANSWER.key());
		REPLIES.add(new Reply(404, "<html>Not found</html>", Map.of("Content-Type", "text/html")));
		Assertions.assertThat(failure().kind()).isEqualTo(Kind.RETRY_LATER);
	}

	@Test
	void aRedirectIsNotFollowed() {
		REPLIES.add(new Reply(307, "", Map.of("Location", address() + "/elsewhere")));
		Assertions.assertThat(failure().kind()).isEqualTo(Kind.RETRY_LATER);
		Assertions.assertThat(CALLS).hasSize(1);
	}

	@Test
	void aRegistrationWithoutIdsIsNotOurs() {
		REPLIES.add(new Reply(200,
				"{\"value\":[{\"DisplayName\":\"x\"},{\"AppId\":null,\"ObjectId\":\"y\"},\"nonsense\",7]}", JSON));
		Assertions.assertThat(list()).isEmpty();
	}

	@Test
	void everybodysOwnEntryAndADenialGiveNoRight() {
		REPLIES.add(new Reply(200, """
				{"value":[{"User":"NT AUTHORITY\\\\SELF","AccessRights":["FullAccess"],"Deny":false},
				{"User":"app","AccessRights":["FullAccess"],"Deny":true},
				{"User":"app","AccessRights":["ReadPermission"],"Deny":false}]}""", JSON));
		Assertions
			.assertThat(connected.bean(Mailboxes.class)
				.rights(this.admin, new MailboxAddress("support@contoso.example"), new ObjectId(UUID.randomUUID()),
						Set.of(Right.FULL_ACCESS)))
			.isEmpty();
	}

	private void add() {
		connected.bean(ExchangeRegistrations.class)
			.add(this.admin, new ClientId(UUID.randomUUID()), new ObjectId(UUID.randomUUID()), "Highstage Mail");
	}

	private List<ExchangeRegistrations.Registration> list() {
		return connected.bean(ExchangeRegistrations.class).list(this.admin);
	}

	private Failure failure() {
		return Assertions.catchThrowableOfType(MicrosoftException.class, this::list).failure();
	}

	private static Reply page(String next) {
		return new Reply(200, "{\"@odata.nextLink\":\"" + next + "\",\"value\":[{\"AppId\":\"" + UUID.randomUUID()
				+ "\",\"ObjectId\":\"" + UUID.randomUUID() + "\",\"DisplayName\":\"One\"}]}", JSON);
	}

	private static String address() {
		return "http://localhost:" + server.getAddress().getPort();
	}

	private static void reply(HttpExchange exchange) {
		try (exchange) {
			CALLS.add(new Call(exchange.getRequestURI().toString(),
					new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), headers(exchange)));
			Reply reply = REPLIES.remove();
			byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
			reply.headers().forEach(exchange.getResponseHeaders()::set);
			exchange.sendResponseHeaders(reply.status(), (body.length > 0) ? body.length : -1);
			exchange.getResponseBody().write(body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, String> headers(HttpExchange exchange) {
		Map<String, String> headers = new HashMap<>();
		exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
		return headers;
	}

	private record Call(String uri, String body, Map<String, String> headers) {

	}

	private record Reply(int status, String body, Map<String, String> headers) {

	}

}
