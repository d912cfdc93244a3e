package com.highstage.portal.onboarding.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.onboarding.StepState;
import com.highstage.portal.site.Html;
import com.highstage.portal.verification.Trouble;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page, in every state in which it can be, in every language.
 */
@SpringBootTest(classes = PagesApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "portal.url=https://portal.example",
				"portal.microsoft.client-id=5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a10",
				"portal.microsoft.client-secret=unused" })
class PagesTests {

	private static final List<String> PAGES = List.of("/onboarding", "/onboarding/allow", "/onboarding/register",
			"/onboarding/secret", "/onboarding/permissions", "/onboarding/consent", "/onboarding/plan",
			"/onboarding/progress", "/onboarding/by-hand", "/onboarding/colleague/allow",
			"/onboarding/colleague/consent", "/onboarding/colleague/mailboxes", "/onboarding/mailboxes",
			"/onboarding/check", "/onboarding/done", "/onboarding/allow?refused=AADSTS650052",
			"/onboarding/consent?returned=1");

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private StandingJourney journey;

	@ParameterizedTest
	@ValueSource(strings = { "en", "da", "de" })
	void everyPageHasItsWordsAndOnePrimaryButton(String language) throws Exception {
		everyPage(Journeys.fresh(), language);
		everyPage(Journeys.running(2), language);
		everyPage(Journeys.lookedAtByUser(3), language);
		everyPage(Journeys.finished(), language);
		int place = 0;
		for (StepState trouble : Journeys.troubles()) {
			everyPage(Journeys.at(place++ % 7, trouble), language);
		}
	}

	@Test
	void everyPageIsValidHtml() throws Exception {
		List<Overview> places = List.of(Journeys.fresh(), Journeys.at(1, new StepState.NotStarted()),
				Journeys.at(2, Journeys.troubles().get(4)), Journeys.at(4, Journeys.troubles().get(3)),
				Journeys.running(2), Journeys.lookedAtByUser(3), Journeys.finished());
		for (Overview place : places) {
			for (String page : PAGES) {
				this.journey.stand(place);
				HttpResponse<String> answer = get(page, "en");
				if (answer.statusCode() != 302) {
					assertThat(Html.errors(answer.body())).as(page + " " + place.next()).isEmpty();
				}
			}
		}
		assertThat(Html.errors(get("/", "en").body())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "da", "de" })
	void whatBrokeIsSaidInPlaceOfWorks(String language) throws Exception {
		List<Trouble> all = Arrays.stream(Trouble.Kind.values())
			.flatMap((kind) -> Stream.of(Journeys.trouble(kind, "support@contoso.example"), Journeys.trouble(kind, "")))
			.toList();
		for (String page : List.of("/onboarding", "/onboarding/done")) {
			this.journey.stand(Journeys.finished());
			this.journey.breakDown(all);
			String answer = get(page, language).body();
			assertThat(answer).as(page)
				.doesNotContain("??", "Your connection works", "Your connection is ready")
				.contains("id=\"troubles\"", "support@contoso.example");
			assertThat(Html.errors(answer)).as(page).isEmpty();
		}
	}

	@Test
	void whatOnlyTakesTimeDoesNotLookLikeAFault() throws Exception {
		for (String page : List.of("/onboarding", "/onboarding/progress", "/onboarding/secret")) {
			this.journey.stand(Journeys.at(2, Journeys.spreading()));
			assertThat(get(page, "en").body()).as(page)
				.contains("Microsoft is still spreading the change")
				.doesNotContain("notice-problem");
			this.journey.stand(Journeys.at(2, Journeys.troubles().get(8)));
			assertThat(get(page, "en").body()).as(page).contains("notice-problem");
		}
	}

	@Test
	void whoReturnsFromMicrosoftAfterTheWorkHasGoneOnIsNotToldThatNothingWasChanged() throws Exception {
		this.journey.stand(Journeys.finished());
		assertThat(get("/onboarding/consent?returned=1", "en").headers().firstValue("Location"))
			.get(InstanceOfAssertFactories.STRING)
			.endsWith("/onboarding/progress");
		assertThat(this.journey.asked()).containsExactly("check again");
	}

	@Test
	void keepsWhatWasTyped() throws Exception {
		this.journey.stand(Journeys.at(1, new StepState.NotStarted()));
		String page = post("/onboarding/register", "applicationName=&contact=%22quoted%22%3Cb%3E&seen=");
		assertThat(page).contains("Please give the application a name.", "value=\"&quot;quoted&quot;&lt;b&gt;\"")
			.doesNotContain("<b>");
		assertThat(this.journey.asked()).isEmpty();
	}

	@Test
	void saysOfEachPieceOfAListWhyItIsNoAddress() throws Exception {
		this.journey.stand(Journeys.finished());
		String page = post("/onboarding/mailboxes", "seen=&mailboxes=" + URLEncoder
			.encode("support@contoso.example\nno.address@, support@contoso.example", StandardCharsets.UTF_8));
		assertThat(page).contains("does not look like a mail address", "no.address@", "line 2", "twice");
		assertThat(this.journey.asked()).isEmpty();
	}

	@Test
	void saysThatAListWithoutAnyMailboxOpensNone() throws Exception {
		this.journey.stand(Journeys.fresh());
		assertThat(post("/onboarding/mailboxes", "seen=&mailboxes=")).contains("Please name at least one mailbox.");
		assertThat(this.journey.asked()).isEmpty();
	}

	@Test
	void aListIsTakenAsItIsSent() throws Exception {
		this.journey.stand(Journeys.finished());
		post("/onboarding/mailboxes", "seen=&mailboxes=support%40contoso.example&add=sales%40contoso.example");
		assertThat(this.journey.asked()).singleElement()
			.asString()
			.contains("support@contoso.example, sales@contoso.example");
	}

	private void everyPage(Overview overview, String language) throws Exception {
		for (String page : PAGES) {
			this.journey.stand(overview);
			HttpResponse<String> answer = get(page, language);
			if (answer.statusCode() == 302) {
				continue;
			}
			assertThat(answer.statusCode()).as(page + " " + overview).isEqualTo(200);
			assertThat(answer.body()).as(page).doesNotContain("??").contains("<html lang=\"" + language + "\"");
			boolean working = page.endsWith("/progress") && overview.next() instanceof Overview.Next.Progress;
			assertThat(answer.body().split("id=\"continue\"", -1)).as(page + " " + overview.next())
				.hasSize(working ? 1 : 2);
		}
	}

	private HttpResponse<String> get(String path, String language) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(address(path)).header("Accept-Language", language).build();
		return this.client.send(request, HttpResponse.BodyHandlers.ofString());
	}

	private String post(String path, String form) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(address(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form))
			.build();
		return this.client.send(request, HttpResponse.BodyHandlers.ofString()).body();
	}

	private URI address(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

}
