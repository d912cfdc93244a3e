package com.highstage.portal.journey;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import com.highstage.portal.simulator.Microsoft365Simulator;
import com.highstage.portal.site.Html;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page as people see it: accessible in light and dark, valid, without a word from
 * the console. With {@code -Dscreenshots=<directory>} each is photographed at two widths.
 */
@JourneyTest
class PagesInTheBrowserTests {

	@Autowired
	private Microsoft365Simulator microsoft365;

	@Test
	void everyPageBeforeTheJourney(Administrator admin) {
		look(admin.open("/"), "welcome");
		look(admin.open("/nothing-here"), "not-found");
		look(admin.open("/sign-in/problem?problem=mfa&code=AADSTS50076"), "sign-in-problem");
		look(admin.open("/link/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), "link-unusable");
		admin.signIn("admin@contoso.example").at("/onboarding/allow");
		look(admin, "allow");
		look(admin.open("/onboarding"), "overview");
		look(admin.open("/onboarding/colleague/allow"), "colleague");
		look(admin.goOn(), "colleague-link");
		look(admin.open("/onboarding/by-hand"), "by-hand");
		look(admin.goOn(), "by-hand-mistakes");
		admin.open("/onboarding/allow").goOn().acceptIfAsked().at("/onboarding/register");
		look(admin, "register");
		look(admin.type("applicationName", "").goOn(), "register-mistake");
		look(admin.open("/onboarding/secret"), "secret");
		look(admin.open("/onboarding/permissions"), "permissions");
		look(admin.open("/onboarding/consent"), "consent");
		look(admin.open("/onboarding/plan"), "plan");
		assertThat(admin.complaints()).isEmpty();
	}

	@Test
	void everyPageAfterTheJourney(Administrator admin) {
		admin.signInAndAllow("admin@contoso.example").express("contoso.example");
		look(admin.see("Your connection is ready"), "done");
		for (String page : List.of("", "/allow", "/register", "/secret", "/permissions", "/consent", "/progress")) {
			look(admin.open("/onboarding" + page), "after" + page.replace('/', '-'));
		}
		assertThat(admin.complaints()).isEmpty();
	}

	@Test
	void everyPageOfTheMailboxes(Administrator admin) {
		// else a login may come too early, and the check waits instead of failing
		this.microsoft365.settings(Map.of("propagationMillis", 0));
		admin.signInAndAllow("admin@contoso.example").at("/onboarding/register");
		look(admin.open("/onboarding/mailboxes"), "mailboxes-before");
		look(admin.open("/onboarding/check"), "check-before");
		admin.open("/onboarding/register").plan("").whenReady().at("/onboarding/mailboxes");
		look(admin.type("query", "support").press("button[name=search]").see("Found: "), "mailboxes-found");
		look(admin.type("mailboxes", "support@contoso.example\nnobody@contoso.example").goOn(), "mailboxes-missing");
		look(admin.type("mailboxes", "support@contoso.example\nnot.one@").goOn(), "mailboxes-mistake");
		admin.type("mailboxes", "shop@contoso.example\narchive@contoso.example").goOn();
		look(admin.at("/onboarding/progress").see("Did not work"), "progress-failed");
		look(admin.goOn().at("/onboarding/check"), "check-failed");
		look(admin.pressNamed("Try my own mailbox").see("stays closed"), "check-closed");
		look(admin.open("/onboarding"), "overview-failed");
		look(admin.open("/onboarding/mailboxes"), "mailboxes-done");
		look(admin.open("/onboarding/done"), "done-failed");
		assertThat(admin.complaints()).isEmpty();
	}

	@Test
	void everyPageThatAMailLeadsTo(Administrator admin, Administrator other) {
		Inbox inbox = new Inbox(this.microsoft365);
		admin.signInAndAllow("admin@contoso.example").at("/onboarding/register");
		admin.type("contact", "it@contoso.example").plan("").whenReady().at("/onboarding/mailboxes");
		for (String step : List.of("allow", "consent", "mailboxes")) {
			admin.open("/onboarding/colleague/" + step).type("address", step + "@contoso.example").goOn();
			look(admin.see("is on its way"), "colleague-sent-" + step);
			look(other.open(inbox.link(step + "@contoso.example", "asks you to")), "link-" + step);
		}
		look(admin.open("/onboarding/colleague/mailboxes"), "colleague-mailboxes");
		look(other.open(inbox.link("it@contoso.example", "Please confirm")), "link-contact");
		look(other.goOn().see("The address is confirmed"), "link-contact-confirmed");
		assertThat(other.complaints()).isEmpty();
	}

	@Test
	void everyPageOfAPlainUser(Administrator user) {
		user.signIn("user@fabrikam.example").at("/onboarding");
		look(user, "user-overview");
		look(user.open("/onboarding/register"), "user-register");
		look(user.open("/onboarding/plan"), "user-plan");
		look(user.open("/onboarding/mailboxes"), "user-mailboxes");
		look(user.open("/onboarding/check"), "user-check");
		assertThat(user.complaints()).isEmpty();
	}

	@Test
	void aPressIsNotLostWhereNewsComeMeanwhile(Administrator admin) {
		admin.signInAndAllow("admin@contoso.example").plan("").at("/onboarding/progress").see("Please choose");
		Deque<Route> pressed = new ArrayDeque<>();
		admin.page().route("**/onboarding/mailboxes", pressed::add);
		admin.page().route("**/onboarding/progress/news*", (news) -> {
			boolean leaves = !pressed.isEmpty();
			news.fulfill(new Route.FulfillOptions().setStatus(204)
				.setHeaders(leaves ? Map.of("HX-Refresh", "true") : Map.of()));
			while (leaves && !pressed.isEmpty()) {
				pressed.remove().resume();
			}
		});
		admin.goOn().at("/onboarding/mailboxes");
	}

	/**
	 * A style sheet may be missing for a while only: what looks at the page meanwhile, an
	 * extension or a test, has the browser apply the others.
	 * @param missing the style sheet
	 * @param operator who looks
	 */
	@ParameterizedTest
	@ValueSource(strings = { "**/css/portal*", "**/css/bootstrap*" })
	void withoutOneOfItsStyleSheetsAPageAsksForNothingFromElsewhere(String missing, Administrator operator) {
		operator.open("/operator/invite").choose("operator@highstage.example").acceptIfAsked().at("/operator/invite");
		operator.page().route(missing, Route::abort);
		operator.page().reload();
		assertThat(operator.page().locator("input:checked").count()).isPositive();
		assertThat(operator.complaints()).isEmpty();
	}

	static void look(Administrator at, String name) {
		at.still(() -> lookAtStill(at, name));
	}

	private static void lookAtStill(Administrator at, String name) {
		at.page().locator("details").evaluateAll("all => all.forEach((each) => each.open = true)");
		assertThat(Html.errors(at.source())).as(name).isEmpty();
		for (boolean dark : new boolean[] { false, true }) {
			at.look(1280, dark);
			assertThat(at.examine((page) -> axe(page, dark).analyze())
				.getViolations()
				.stream()
				.map(PagesInTheBrowserTests::said)
				.toList()).as(name + (dark ? " dark" : " light")).isEmpty();
			photograph(at, name, dark);
		}
		at.look(360, false);
		assertThat(at.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as(name + " at 360")
			.isEqualTo(true);
		at.look(1280, false);
	}

	/**
	 * All rules for a page in light; in dark it is the same page but for its colours. No
	 * page has frames, for whose sake axe would sum up in a second window, at four times
	 * the price.
	 */
	private static AxeBuilder axe(Page page, boolean dark) {
		AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
		return dark ? axe.withRules(List.of("color-contrast", "link-in-text-block")) : axe;
	}

	private static void photograph(Administrator at, String name, boolean dark) {
		String directory = System.getProperty("screenshots");
		if (directory == null) {
			return;
		}
		for (int width : new int[] { 1280, 390 }) {
			at.look(width, dark);
			at.page()
				.screenshot(new Page.ScreenshotOptions().setFullPage(true)
					.setPath(Path.of(directory, name + "-" + width + (dark ? "-dark" : "-light") + ".png")));
		}
	}

	private static String said(Rule rule) {
		return rule.getId() + ": "
				+ rule.getNodes()
					.stream()
					.map((node) -> node.getHtml() + " " + node.getFailureSummary())
					.collect(Collectors.joining("; "));
	}

}
