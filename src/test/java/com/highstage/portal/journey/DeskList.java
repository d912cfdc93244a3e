package com.highstage.portal.journey;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

/**
 * The operators' list as it stands open in somebody's browser, never loaded again.
 *
 * @param page the page
 */
record DeskList(Page page) {

	/**
	 * Within this time the list has followed, on a machine that does nothing else.
	 */
	private static final double SOON = 5_000;

	/**
	 * Opens the list.
	 * @param who the person at the browser
	 * @param account their account
	 * @return the list
	 */
	static DeskList watchedBy(Administrator who, String account) {
		who.open("/operator").choose(account).acceptIfAsked().at("/operator");
		who.page().evaluate("() => { window.untouched = true; }");
		return new DeskList(who.page());
	}

	/**
	 * Waits until a customer's row says what it has to say by now.
	 * @param customer the customer's name
	 * @param texts what stands in the row
	 */
	void shows(String customer, String... texts) {
		Locator row = row(customer);
		for (String text : texts) {
			row = row.filter(new Locator.FilterOptions().setHasText(text));
		}
		try {
			row.waitFor(new Locator.WaitForOptions().setTimeout(soon()));
		}
		catch (TimeoutError ex) {
			throw new AssertionError(String.join(", ", texts) + " is not in time:\n" + text(), ex);
		}
	}

	private static double soon() {
		OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
		return SOON * Math.max(1, machine.getSystemLoadAverage() / machine.getAvailableProcessors());
	}

	String text() {
		return this.page.locator("#rows").innerText();
	}

	boolean wasLoadedOnce() {
		return Boolean.TRUE.equals(this.page.evaluate("() => window.untouched === true"));
	}

	private Locator row(String customer) {
		return this.page.locator(".desk-table tbody tr").filter(new Locator.FilterOptions().setHasText(customer));
	}

}
