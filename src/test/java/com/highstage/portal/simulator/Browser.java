package com.highstage.portal.simulator;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.simulator.http.Forms;

/**
 * A browser and a client application in one, for tests: it presses the buttons of Entra's
 * pages and redeems the code.
 */
public final class Browser {

	/** The portal's own application. */
	public static final String CLIENT = "5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a10";

	/** Its secret. */
	public static final String SECRET = "simulator-portal-secret";

	/** Where it is returned to. */
	public static final String REDIRECT = "http://localhost:8080/login/oauth2/code/entra";

	/** Where it is returned to after an admin consent. */
	public static final String CONSENTED = "http://localhost:8080/consent/callback";

	private static final String GRAPH = "https://graph.microsoft.com/";

	private final Microsoft365Simulator microsoft365;

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private final String clientId;

	private final String secret;

	public Browser(Microsoft365Simulator microsoft365) {
		this(microsoft365, CLIENT, SECRET);
	}

	private Browser(Microsoft365Simulator microsoft365, String clientId, String secret) {
		this.microsoft365 = microsoft365;
		this.clientId = clientId;
		this.secret = secret;
	}

	/**
	 * A browser that works with another application than the portal's, as Microsoft's
	 * admin center is one. Its maker, Fabrikam, is all that allows the portal anything.
	 * @param microsoft365 the simulator
	 * @return the browser
	 */
	public static Browser ofAnotherApplication(Microsoft365Simulator microsoft365) {
		Browser maker = new Browser(microsoft365);
		String token = maker.manager("global-admin@fabrikam.example", "fabrikam.example");
		JsonNode application = json(maker.graph(token, "POST", "applications", """
				{"displayName": "Admin center", "signInAudience": "AzureADMultipleOrgs",
				"web": {"redirectUris": ["%s", "%s"]}}""".formatted(REDIRECT, CONSENTED)));
		JsonNode password = json(
				maker.graph(token, "POST", "applications/" + application.path("id").asString() + "/addPassword",
						"{\"passwordCredential\":{\"displayName\":\"own\"}}"));
		return new Browser(microsoft365, application.path("appId").asString(), password.path("secretText").asString());
	}

	public HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(this.microsoft365.at("").resolve(path)));
	}

	public HttpResponse<String> post(String path, Map<String, String> form) {
		return send(HttpRequest.newBuilder(this.microsoft365.at("").resolve(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(Forms.encode(form))));
	}

	public HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The address of the authorization endpoint.
	 * @param realm {@code organizations}, a domain or an id
	 * @param scope the scopes
	 * @param more further parameters, as name and value in turn
	 * @return path and query
	 */
	public static String authorize(String realm, String scope, String... more) {
		Map<String, String> query = new LinkedHashMap<>();
		query.put("client_id", CLIENT);
		query.put("response_type", "code");
		query.put("redirect_uri", REDIRECT);
		query.put("scope", scope);
		query.put("state", "state-1");
		for (int i = 0; i < more.length; i += 2) {
			query.put(more[i], more[i + 1]);
		}
		return "/login/" + realm + "/oauth2/v2.0/authorize?" + Forms.encode(query);
	}

	/**
	 * What the application is told at its redirect URI.
	 * @param answer a redirect
	 * @return the parameters
	 */
	public static Map<String, String> told(HttpResponse<String> answer) {
		String location = answer.headers().firstValue("location").orElseThrow(() -> new AssertionError(answer.body()));
		return Forms.decode(URI.create(location).getRawQuery());
	}

	/**
	 * Allows the application for a whole organisation.
	 * @param address who presses Accept
	 * @param realm the organisation
	 * @return what comes back
	 */
	public Map<String, String> allow(String address, String realm) {
		String path = "/login/" + realm + "/v2.0/adminconsent?"
				+ Forms.encode(Map.of("client_id", this.clientId, "state", "state-2", "redirect_uri", CONSENTED,
						"scope", GRAPH + "User.Read " + GRAPH
								+ "Application.ReadWrite.All https://outlook.office365.com/Exchange.Manage"));
		return told(post(path, Map.of("account", address, "consent", "accept")));
	}

	/**
	 * Signs in, accepts what is asked, and redeems the code.
	 * @param address who
	 * @param realm where
	 * @param scope for what
	 * @return the token response
	 */
	public JsonNode signIn(String address, String realm, String scope) {
		String path = authorize(realm, scope, "client_id", this.clientId);
		HttpResponse<String> answer = post(path, Map.of("account", address));
		if (answer.statusCode() == 200) {
			answer = post(path, Map.of("account", address, "consent", "accept"));
		}
		return json(redeem(realm, told(answer).get("code")));
	}

	public HttpResponse<String> redeem(String realm, String code, String... more) {
		Map<String, String> form = new LinkedHashMap<>(Map.of("grant_type", "authorization_code", "client_id",
				this.clientId, "client_secret", this.secret, "code", code, "redirect_uri", REDIRECT));
		for (int i = 0; i < more.length; i += 2) {
			form.put(more[i], more[i + 1]);
		}
		return post("/login/" + realm + "/oauth2/v2.0/token", form);
	}

	/**
	 * A token for Graph with which applications can be managed, the organisation's
	 * permission included.
	 * @param address whose
	 * @param realm where
	 * @return the access token
	 */
	public String manager(String address, String realm) {
		allow(address, realm);
		return signIn(address, realm, "openid profile " + GRAPH + "User.Read " + GRAPH + "Application.ReadWrite.All")
			.path("access_token")
			.asString();
	}

	/**
	 * Calls Graph.
	 * @param token the access token
	 * @param method the method
	 * @param path the path after the version, encoded
	 * @param body JSON, or empty for none
	 * @param headers further headers, as name and value in turn
	 * @return the answer
	 */
	public HttpResponse<String> graph(String token, String method, String path, String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.microsoft365.at("/graph/v1.0/" + path))
			.header("Authorization", "Bearer " + token)
			.header("client-request-id", UUID.randomUUID().toString())
			.method(method,
					body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
		if (!body.isEmpty()) {
			request.header("Content-Type", "application/json");
		}
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return send(request);
	}

	/**
	 * A token for Exchange with which cmdlets can be run, the organisation's permission
	 * presumed.
	 * @param address whose
	 * @param realm where
	 * @return the access token
	 */
	public String exchangeManager(String address, String realm) {
		return signIn(address, realm, "openid https://outlook.office365.com/Exchange.Manage").path("access_token")
			.asString();
	}

	/**
	 * Calls Exchange.
	 * @param token the access token
	 * @param path the path after the host, or a whole address
	 * @param body what is sent
	 * @param headers further headers, as name and value in turn
	 * @return the answer
	 */
	public HttpResponse<String> exchange(String token, String path, String body, String... headers) {
		URI address = path.contains("://") ? URI.create(path) : this.microsoft365.at("/outlook/" + path);
		HttpRequest.Builder request = HttpRequest.newBuilder(address)
			.header("Authorization", "Bearer " + token)
			.POST(HttpRequest.BodyPublishers.ofString(body));
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return send(request);
	}

	/**
	 * As the control port shows secrets.
	 * @param value the secret
	 * @return its hash in hexadecimal
	 */
	public static String sha256(String value) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static JsonNode none() {
		return JsonMapper.shared().getNodeFactory().missingNode();
	}

	public static JsonNode json(HttpResponse<String> answer) {
		return JsonMapper.shared().readTree(answer.body());
	}

}
