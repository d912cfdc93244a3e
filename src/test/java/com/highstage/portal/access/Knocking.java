package com.highstage.portal.access;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.IntSupplier;

import com.highstage.portal.Surfer;
import com.highstage.portal.access.AccessRules.Route;
import com.highstage.portal.access.AccessRules.Rule;

/**
 * One browser that opens whatever it is told to, and says what became of it.
 */
final class Knocking {

	private static final String LINK = "__Host-link";

	private final Surfer surfer;

	private final URI portal;

	private final String token;

	private final String link;

	private final IntSupplier refusals;

	Knocking(Surfer surfer, URI portal, IntSupplier refusals) {
		this.surfer = surfer;
		this.portal = portal;
		this.token = surfer.open("/").csrf().orElseThrow();
		this.link = surfer.cookie(LINK).orElse("");
		this.refusals = refusals;
	}

	/**
	 * Makes one request.
	 * @param route which
	 * @param target whose ids are tried
	 * @param fields what a form sends, encoded
	 * @return as in the table, or the status and where it leads if it is nothing of that
	 */
	String knock(Route route, Target target, String fields) {
		String path = target.in(route.pattern());
		String query = query(route, target);
		HttpRequest.Builder request;
		if (route.isRead()) {
			request = HttpRequest.newBuilder(this.portal.resolve(path + "?" + query + "&" + fields)).GET();
		}
		else {
			request = form(path, query + "&" + fields + "&_csrf=" + this.token).method(route.method(),
					HttpRequest.BodyPublishers.ofString(query + "&" + fields + "&_csrf=" + this.token));
		}
		if (route.condition().contains("{HX-Request}")) {
			request.header("HX-Request", "true");
		}
		int before = this.refusals.getAsInt();
		HttpResponse<String> answer = this.surfer.send(request);
		this.surfer.cookie(LINK, this.link);
		return access(route, answer, this.refusals.getAsInt() > before);
	}

	int status(String method, String pattern) {
		String path = Target.NONE.in(pattern);
		return this.surfer
			.send(HttpRequest.newBuilder(this.portal.resolve(path))
				.header("X-XSRF-TOKEN", this.token)
				.method(method, HttpRequest.BodyPublishers.noBody()))
			.statusCode();
	}

	int withoutToken(Rule rule) {
		return this.surfer.send(form(Target.NONE.in(rule.route().pattern()), rule.fields())).statusCode();
	}

	private HttpRequest.Builder form(String path, String body) {
		return HttpRequest.newBuilder(this.portal.resolve(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body));
	}

	// names that somebody might believe to choose an organisation
	private static String query(Route route, Target target) {
		String query = "tenant=" + target.tenant() + "&tid=" + target.tenant() + "&customer=" + target.customer()
				+ "&customerId=" + target.customer() + "&connection=" + target.connection();
		String condition = route.condition();
		return (condition.startsWith("[") && !condition.startsWith("[!"))
				? query + "&" + condition.substring(1, condition.indexOf(']')) + "=1" : query;
	}

	private static String access(Route route, HttpResponse<String> answer, boolean refused) {
		String careless = careless(answer);
		if (!careless.isEmpty()) {
			return careless;
		}
		int status = answer.statusCode();
		String location = answer.headers().firstValue("Location").orElse("");
		if (refused || location.contains("notice=role-too-small") || status == 303) {
			return "refused";
		}
		boolean goesOn = route.pattern().startsWith("/link");
		if ((location.startsWith("/sign-in?") && !goesOn)
				|| answer.headers().firstValue("HX-Redirect").orElse("").startsWith("/sign-in?")) {
			return "sign-in";
		}
		if (status == 404 || status == 401) {
			return String.valueOf(status);
		}
		return (status < 400 || status == 400) ? "open" : status + " " + location;
	}

	// What a browser or a proxy on the way must be told of every answer.
	private static String careless(HttpResponse<String> answer) {
		boolean kept = !header(answer, "Cache-Control").contains("no-store");
		boolean guessed = !header(answer, "X-Content-Type-Options").equals("nosniff");
		String policy = header(answer, "Content-Security-Policy");
		boolean open = !policy.startsWith("default-src 'none'") || policy.contains("unsafe");
		boolean shown = answer.statusCode() == 200 && answer.uri().getPath().matches(".*\\.(csv|ps1)")
				&& !header(answer, "Content-Disposition").startsWith("attachment");
		return (kept || guessed || open || shown) ? "careless " + answer.headers().map() : "";
	}

	private static String header(HttpResponse<String> answer, String name) {
		return answer.headers().firstValue(name).orElse("");
	}

	/**
	 * What belongs to one organisation.
	 *
	 * @param organisation its name
	 * @param tenant its id
	 * @param customer the customer's id
	 * @param connection the connection's id
	 * @param token the token of a link
	 */
	record Target(String organisation, String tenant, String customer, String connection, String token) {

		static final Target NONE = new Target("nobody", "", "0f5e2a34-0000-4000-8000-000000000001", "", "x");

		String in(String pattern) {
			String path = pattern;
			for (Map.Entry<String, String> variable : Map
				.of("id", this.customer, "token", this.token, "step", "mailboxes", "kind", "allow", "connectionId",
						this.connection.isEmpty() ? this.customer : this.connection, "keyId", "x")
				.entrySet()) {
				path = path.replace("{" + variable.getKey() + "}", variable.getValue());
			}
			return path;
		}

	}

}
