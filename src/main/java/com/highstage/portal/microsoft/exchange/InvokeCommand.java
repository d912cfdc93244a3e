package com.highstage.portal.microsoft.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.microsoft.http.CallLimits;
import com.highstage.portal.microsoft.http.CallProperties;
import com.highstage.portal.microsoft.http.Exchange;
import com.highstage.portal.microsoft.http.FailedCall;
import com.highstage.portal.microsoft.http.Service;
import com.highstage.portal.microsoft.http.Unanswered;

/**
 * Runs a command through the REST interface behind Exchange's PowerShell module, each
 * once. Microsoft does not promise that interface; it is known in this package only.
 */
@Component
class InvokeCommand {

	private static final MediaType JSON_TYPE = MediaType.get("application/json");

	// a mailbox has hundreds of properties: more than these would exceed what is read at
	// a time
	private static final int LARGEST_PAGE = 200;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final ObjectProvider<OkHttpClient> http;

	private final HttpUrl address;

	private final int mostPages;

	private final CallLimits limits;

	private final ExchangeFailures failures;

	private final Callers callers;

	InvokeCommand(ObjectProvider<OkHttpClient> microsoftHttpClient, MicrosoftProperties microsoft,
			CallProperties properties, CallLimits limits, ExchangeFailures failures, Callers callers) {
		this.http = microsoftHttpClient;
		this.address = HttpUrl.get(microsoft.outlookAddress() + "/adminapi/beta");
		this.mostPages = properties.mostPages();
		this.limits = limits;
		this.failures = failures;
		this.callers = callers;
	}

	/**
	 * Runs a command whose objects are not of interest.
	 * @param delegation whose authority
	 * @param command the command
	 * @param reached failures that say that the wanted state is there already
	 * @throws MicrosoftException if it did not succeed
	 */
	void run(Delegation delegation, Command command, Predicate<Failure> reached) {
		try {
			page(delegation, command, own(delegation), 1, reached);
		}
		catch (MicrosoftException ex) {
			if (!reached.test(ex.failure())) {
				throw ex;
			}
		}
	}

	/**
	 * Runs a command that puts out one object.
	 * @param delegation whose authority
	 * @param command the command
	 * @return the object
	 * @throws MicrosoftException if it did not succeed
	 */
	JsonNode only(Delegation delegation, Command command) {
		Page page = page(delegation, command, own(delegation), 1, (failure) -> false);
		if (page.objects.isEmpty()) {
			throw unreadable(page.exchange, "no object");
		}
		return page.objects.getFirst();
	}

	/**
	 * Runs a command that puts out objects, all its pages.
	 * @param delegation whose authority
	 * @param command the command
	 * @param atMost how many objects are wanted
	 * @param missing failures that say that there is none
	 * @return its objects
	 * @throws MicrosoftException if a page did not succeed, or there are too many
	 */
	List<JsonNode> list(Delegation delegation, Command command, int atMost, Predicate<Failure> missing) {
		try {
			return pages(delegation, command, atMost, missing);
		}
		catch (MicrosoftException ex) {
			if (missing.test(ex.failure())) {
				return List.of();
			}
			throw ex;
		}
	}

	private List<JsonNode> pages(Delegation delegation, Command command, int atMost, Predicate<Failure> missing) {
		List<JsonNode> all = new ArrayList<>();
		HttpUrl next = own(delegation);
		for (int count = 1;; count++) {
			Page page = page(delegation, command, next, atMost, missing);
			all.addAll(page.objects);
			if (page.next.isEmpty() || all.size() >= atMost) {
				return List.copyOf(all.subList(0, Math.min(all.size(), atMost)));
			}
			if (count == this.mostPages) {
				throw unreadable(page.exchange, "too many pages");
			}
			next = following(page);
		}
	}

	private HttpUrl own(Delegation delegation) {
		return this.address.newBuilder()
			.addPathSegment(delegation.tenant().toString())
			.addPathSegment("InvokeCommand")
			.build();
	}

	private HttpUrl following(Page page) {
		HttpUrl next = HttpUrl.parse(page.next);
		boolean ours = next != null && next.scheme().equals(this.address.scheme())
				&& next.host().equals(this.address.host()) && next.port() == this.address.port()
				&& next.encodedPath().startsWith(this.address.encodedPath() + "/");
		if (next == null || !ours) {
			throw unreadable(page.exchange, "leads away from Exchange");
		}
		return next;
	}

	private Page page(Delegation delegation, Command command, HttpUrl from, int atMost, Predicate<Failure> expected) {
		Exchange exchange = new Exchange(command.name(), command.effect());
		Callers.Caller caller = this.callers.find(delegation.signIn())
			.orElseThrow(() -> FailedCall.of(exchange, Unanswered.withoutToken(exchange), expected));
		Request request = new Request.Builder().url(from)
			.tag(Exchange.class, exchange)
			.header("Authorization", caller.token().expose("Bearer "::concat))
			.header("X-AnchorMailbox", caller.anchor())
			.header("client-request-id", exchange.clientRequestId())
			.header("Accept", "application/json")
			// Some refusals can be told by their words only.
			.header("Accept-Language", "en-US")
			.header("Prefer", "odata.maxpagesize=" + Math.min(atMost, LARGEST_PAGE))
			.post(RequestBody.create(JSON.writeValueAsBytes(command.body()), JSON_TYPE))
			.build();
		return this.limits.within(delegation.tenant(), Service.EXCHANGE, exchange,
				() -> send(exchange, command, request, expected));
	}

	private Page send(Exchange exchange, Command command, Request request, Predicate<Failure> expected) {
		try (Response response = this.http.getObject().newCall(request).execute()) {
			String body = response.body().string();
			if (!response.isSuccessful()) {
				Failure failure = this.failures.of(exchange, response.header("WWW-Authenticate", ""),
						response.header("x-ms-diagnostics", ""), body);
				throw FailedCall.of(exchange, command.explained(failure), expected);
			}
			return (response.code() == 204) ? new Page(exchange, List.of(), "") : read(exchange, body);
		}
		catch (IOException ex) {
			throw FailedCall.of(exchange, Unanswered.because(exchange, ex), expected);
		}
	}

	private static Page read(Exchange exchange, String body) {
		try {
			JsonNode answer = JSON.readTree(body);
			if (answer.path("value").isArray()) {
				return new Page(exchange, answer.path("value").valueStream().toList(),
						answer.path("@odata.nextLink").asString(""));
			}
		}
		catch (JacksonException ex) {
			throw unreadable(exchange, "not JSON");
		}
		throw unreadable(exchange, "no objects");
	}

	private static MicrosoftException unreadable(Exchange exchange, String what) {
		return FailedCall.of(exchange, Unanswered.unreadable(exchange, what), (any) -> false);
	}

	/**
	 * Part of what a command puts out.
	 *
	 * @param exchange the call that brought it
	 * @param objects its objects
	 * @param next the address of the next part, or empty
	 */
	private record Page(Exchange exchange, List<JsonNode> objects, String next) {

	}

}
