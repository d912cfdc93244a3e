package com.highstage.portal;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A browser without a screen: follows redirects one by one, keeps cookies (Secure ones
 * too, as browsers do on localhost), sends forms with their CSRF token and presses the
 * buttons of Microsoft's pages.
 */
public final class Surfer {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newHttpClient();

	private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();

	private final List<URI> trail = new ArrayList<>();

	private final URI portal;

	private final URI reachedAt;

	private URI address;

	private @Nullable HttpResponse<String> page;

	public Surfer(URI portal) {
		this(portal, portal);
	}

	/**
	 * A browser that reaches the portal elsewhere than at its address, as through a
	 * proxy.
	 * @param portal the portal's address, as it stands in links
	 * @param reachedAt where the portal listens
	 */
	public Surfer(URI portal, URI reachedAt) {
		this.portal = portal;
		this.reachedAt = reachedAt;
		this.address = portal;
	}

	/**
	 * Opens an address.
	 * @param path a path of the portal, or a whole address
	 * @return this
	 */
	public Surfer open(String path) {
		this.trail.clear();
		return follow(get(this.portal.resolve(path)));
	}

	/**
	 * Sends a form to the portal with the CSRF token of the current page.
	 * @param path where to
	 * @param fields the fields
	 * @return this
	 */
	public Surfer submit(String path, Map<String, String> fields) {
		Map<String, String> all = new LinkedHashMap<>(fields);
		csrf().ifPresent((token) -> all.put("_csrf", token));
		return post(this.portal.resolve(path), all);
	}

	/**
	 * Presses an account tile on Microsoft's page, and Accept where that is asked.
	 * @param account the account's address
	 * @return this
	 */
	public Surfer choose(String account) {
		URI microsoft = this.address;
		post(microsoft, Map.of("account", account));
		return (status() == 200 && this.address.equals(microsoft)) ? accept(account) : this;
	}

	public Surfer accept(String account) {
		return post(this.address, Map.of("account", account, "consent", "accept"));
	}

	public Surfer cancel(String account) {
		URI microsoft = this.address;
		post(microsoft, Map.of("account", account));
		return post(microsoft, Map.of("account", account, "consent", "cancel"));
	}

	/**
	 * Signs in at the portal.
	 * @param account the account's address
	 * @return this
	 */
	public Surfer signIn(String account) {
		return open("/sign-in").choose(account);
	}

	private Surfer post(URI to, Map<String, String> fields) {
		this.trail.clear();
		String form = fields.entrySet()
			.stream()
			.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
			.collect(Collectors.joining("&"));
		this.address = to;
		return follow(send(HttpRequest.newBuilder(to)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form))));
	}

	private HttpResponse<String> get(URI to) {
		this.address = to;
		return send(HttpRequest.newBuilder(to).GET());
	}

	private Surfer follow(HttpResponse<String> answer) {
		this.page = answer;
		this.trail.add(this.address);
		Optional<String> location = answer.headers().firstValue("Location");
		if (location.isPresent() && answer.statusCode() / 100 == 3 && this.trail.size() < 20) {
			return follow(get(this.address.resolve(location.get())));
		}
		return this;
	}

	/**
	 * One exchange with this browser's cookies, redirects not followed.
	 * @param request what is sent
	 * @return the answer
	 */
	public HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			URI to = request.copy().build().uri();
			Map<String, String> jar = this.cookies.computeIfAbsent(to.getAuthority(), (host) -> new LinkedHashMap<>());
			if (!jar.isEmpty()) {
				request.header("Cookie",
						jar.entrySet()
							.stream()
							.map((each) -> each.getKey() + "=" + each.getValue())
							.collect(Collectors.joining("; ")));
			}
			request.header("Accept", "text/html");
			if (to.getAuthority().equals(this.portal.getAuthority())) {
				request.uri(this.reachedAt.resolve(to.getRawPath() + query(to)));
			}
			HttpResponse<String> answer = this.client.send(request.build(), BodyHandlers.ofString());
			answer.headers().allValues("Set-Cookie").forEach((header) -> keep(jar, header));
			return answer;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String query(URI address) {
		return (address.getRawQuery() != null) ? "?" + address.getRawQuery() : "";
	}

	private static void keep(Map<String, String> jar, String header) {
		for (HttpCookie cookie : HttpCookie.parse(header)) {
			if (cookie.getMaxAge() == 0) {
				jar.remove(cookie.getName());
			}
			else {
				jar.put(cookie.getName(), cookie.getValue());
			}
		}
	}

	public Optional<String> csrf() {
		Matcher matcher = CSRF.matcher(body());
		return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	public Optional<String> cookie(String name) {
		return Optional.ofNullable(this.cookies.getOrDefault(this.portal.getAuthority(), Map.of()).get(name));
	}

	/**
	 * Puts a cookie into the jar, or takes it away.
	 * @param name its name
	 * @param value its value, empty to take it away
	 */
	public void cookie(String name, String value) {
		Map<String, String> jar = this.cookies.computeIfAbsent(this.portal.getAuthority(),
				(host) -> new LinkedHashMap<>());
		if (value.isEmpty()) {
			jar.remove(name);
		}
		else {
			jar.put(name, value);
		}
	}

	public int status() {
		return page().statusCode();
	}

	public String body() {
		return page().body();
	}

	public HttpResponse<String> page() {
		return Objects.requireNonNull(this.page);
	}

	public URI address() {
		return this.address;
	}

	/**
	 * Path and query of the current page.
	 * @return what stands in the address bar after the host
	 */
	public String path() {
		return this.address.getPath() + ((this.address.getQuery() != null) ? "?" + this.address.getQuery() : "");
	}

	/**
	 * The addresses of the last navigation, redirects included.
	 * @return the addresses in order
	 */
	public List<URI> trail() {
		return List.copyOf(this.trail);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
