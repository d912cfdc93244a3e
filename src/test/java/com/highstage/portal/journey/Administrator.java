package com.highstage.portal.journey;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;

import com.highstage.portal.Addresses;

/**
 * A person at a browser of their own, who counts each press on a button, link or account
 * tile. Whatever the browser's console says in anger is kept.
 */
public final class Administrator {

	private static final double PATIENCE = 60_000;

	/**
	 * A key pair for a certificate takes its time on a busy machine, and so does the very
	 * first page of a portal that has just started.
	 */
	private static final double LONG_PATIENCE = 120_000;

	private static final String STILL = """
			(still) => {
				window.still ?? document.addEventListener("htmx:beforeOnLoad",
					(event) => window.still && event.preventDefault());
				window.still = still;
			}""";

	private final BrowserContext context;

	private final String portal;

	private final List<String> complaints = new ArrayList<>();

	private Page page;

	private int clicks;

	Administrator(Browser browser, URI portal) {
		this.context = browser.newContext(new NewContextOptions().setLocale("en-GB")
			.setReducedMotion(ReducedMotion.REDUCE)
			.setViewportSize(1280, 900));
		this.context.setDefaultTimeout(PATIENCE);
		this.context.setDefaultNavigationTimeout(LONG_PATIENCE);
		this.portal = portal.toString();
		this.page = tab();
	}

	private Page tab() {
		Page tab = this.context.newPage();
		tab.onConsoleMessage((message) -> {
			if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
				this.complaints.add(message.text());
			}
		});
		tab.onPageError(this.complaints::add);
		return tab;
	}

	/**
	 * Goes on in a second tab.
	 * @return the tab left behind
	 */
	Page secondTab() {
		Page first = this.page;
		this.page = tab();
		return first;
	}

	void backTo(Page tab) {
		this.page = tab;
	}

	Administrator open(String path) {
		this.page.navigate(path.startsWith("http") ? path : this.portal + path);
		return this;
	}

	Administrator press(String selector) {
		return press(this.page.locator(selector));
	}

	Administrator pressNamed(String name) {
		return press(this.page.getByText(name, new Page.GetByTextOptions().setExact(true)).first());
	}

	private Administrator press(Locator what) {
		this.clicks++;
		try {
			what.click();
		}
		catch (TimeoutError ex) {
			throw new AssertionError("nothing to press at " + this.page.url() + ":\n" + text(), ex);
		}
		this.page.waitForLoadState(LoadState.LOAD);
		return this;
	}

	/**
	 * Presses the page's primary button.
	 * @return this
	 */
	Administrator goOn() {
		return press("#continue");
	}

	Administrator choose(String account) {
		return press("[data-account='" + account + "']");
	}

	/**
	 * Presses Accept if Microsoft asks for permissions.
	 * @return this
	 */
	Administrator acceptIfAsked() {
		return (this.page.locator("#idSIButton9").count() > 0) ? accept() : this;
	}

	Administrator accept() {
		return press("#idSIButton9");
	}

	Administrator signIn(String account) {
		return open("/").goOn().choose(account).acceptIfAsked();
	}

	/**
	 * Signs in and, as an administrator who may, allows the portal for the organisation.
	 * @param account the account
	 * @return this, on the register page
	 */
	Administrator signInAndAllow(String account) {
		signIn(account);
		if (isAt("/onboarding/allow")) {
			goOn().acceptIfAsked();
		}
		return this;
	}

	/**
	 * From the register page to the done page, with two mailboxes and the defaults of
	 * every page.
	 * @param domain the organisation
	 * @return this
	 */
	Administrator express(String domain) {
		return plan(Addresses.of("@" + domain)).at("/onboarding/done");
	}

	/**
	 * From the register page to the work on everything that is left, with the defaults of
	 * every page.
	 * @param mailboxes the mailboxes as typed
	 * @return this
	 */
	Administrator plan(String mailboxes) {
		return at("/onboarding/register").goOn().at("/onboarding/plan").type("mailboxes", mailboxes).goOn();
	}

	/**
	 * Waits for the portal to come to rest, and goes where its primary button leads.
	 * @return this
	 */
	Administrator whenReady() {
		at("/onboarding/progress");
		this.page.locator("#continue").waitFor(new Locator.WaitForOptions().setTimeout(LONG_PATIENCE));
		return goOn();
	}

	Administrator type(String name, String value) {
		this.page.locator("[name='" + name + "']").fill(value);
		return this;
	}

	Administrator tick(String name, String value) {
		this.page.locator("[name='" + name + "'][value='" + value + "']").setChecked(true);
		return this;
	}

	String value(String name) {
		return this.page.locator("[name='" + name + "']").inputValue();
	}

	Administrator at(String path) {
		try {
			this.page.waitForURL(Pattern.compile(Pattern.quote(this.portal + path) + "([?#].*)?"),
					new Page.WaitForURLOptions().setTimeout(LONG_PATIENCE));
		}
		catch (TimeoutError ex) {
			throw new AssertionError("not at " + path + " but at " + this.page.url() + ":\n" + text(), ex);
		}
		return this;
	}

	boolean isAt(String path) {
		return this.page.url().startsWith(this.portal + path);
	}

	String path() {
		return this.page.url().replace(this.portal, "");
	}

	Administrator see(String text) {
		try {
			this.page.getByText(text).first().waitFor();
		}
		catch (TimeoutError ex) {
			throw new AssertionError("\"" + text + "\" is not at " + this.page.url() + ":\n" + text(), ex);
		}
		return this;
	}

	String text() {
		return this.page.locator("main").innerText();
	}

	String source() {
		return this.page.content();
	}

	Administrator back() {
		this.page.goBack();
		return this;
	}

	Administrator reload() {
		this.page.reload();
		return this;
	}

	Administrator forgetSignIn() {
		this.context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-portal"));
		return this;
	}

	Administrator look(int width, boolean dark) {
		this.page.setViewportSize(width, 900);
		this.page
			.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
		return this;
	}

	Page page() {
		return this.page;
	}

	int clicks() {
		return this.clicks;
	}

	List<String> complaints() {
		return this.complaints;
	}

	/**
	 * Uses a tool that writes styles of its own into the page, which the browser refuses;
	 * what the page itself is refused stays.
	 * @param <T> what the tool finds
	 * @param tool the tool
	 * @return what it found
	 */
	<T> T examine(Function<Page, T> tool) {
		int before = this.complaints.size();
		T found = tool.apply(this.page);
		this.complaints.subList(before, this.complaints.size())
			.removeIf((complaint) -> complaint.startsWith("Applying inline style"));
		return found;
	}

	/**
	 * Looks at the page as it stands, whatever an open page is told meanwhile.
	 * @param look the look
	 */
	void still(Runnable look) {
		this.page.evaluate(STILL, true);
		look.run();
		this.page.evaluate(STILL, false);
	}

	void close() {
		this.context.close();
	}

}
