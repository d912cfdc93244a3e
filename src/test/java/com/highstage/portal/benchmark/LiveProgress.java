package com.highstage.portal.benchmark;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.highstage.portal.Surfer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the progress page showed while an administrator looked at it.
 */
final class LiveProgress implements Consumer<Surfer> {

	private static final Pattern OPEN = Pattern.compile("([\\d,]+) of [\\d,]+ open");

	private static final Pattern LOGINS = Pattern.compile("([\\d,]+) of [\\d,]+ logins work");

	private final Set<Integer> open = new TreeSet<>();

	private final Set<Integer> logins = new TreeSet<>();

	private int pages;

	private int stopAt = Integer.MAX_VALUE;

	private Runnable stop = () -> {
	};

	private boolean over;

	/**
	 * Stops something in the middle.
	 * @param mailboxes how many are to be open by then
	 * @param action what stops it
	 * @return this
	 */
	LiveProgress until(int mailboxes, Runnable action) {
		this.stopAt = mailboxes;
		this.stop = action;
		return this;
	}

	@Override
	public void accept(Surfer page) {
		if (!page.path().startsWith("/onboarding/progress")) {
			return;
		}
		this.pages++;
		find(OPEN, page.body(), this.open);
		find(LOGINS, page.body(), this.logins);
		pause();
		if (!this.over && this.open.stream().anyMatch((number) -> number >= this.stopAt)) {
			this.over = true;
			this.stop.run();
		}
	}

	/**
	 * Looks again after a while, as people do.
	 */
	private static void pause() {
		try {
			Thread.sleep(500);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	boolean isOver() {
		return this.over;
	}

	void assertRising() {
		assertThat(this.open).hasSizeGreaterThan(10);
		assertThat(this.logins).hasSizeGreaterThan(5);
	}

	private static void find(Pattern what, String page, Set<Integer> numbers) {
		Matcher found = what.matcher(page);
		if (found.find()) {
			numbers.add(Integer.valueOf(found.group(1).replace(",", "")));
		}
	}

	@Override
	public String toString() {
		return "  progress pages %d, with %d different numbers of open mailboxes and %d of logins".formatted(this.pages,
				this.open.size(), this.logins.size());
	}

}
