package com.highstage.portal.operator.web.desk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * When secrets end, as a bar chart: the next 12 months, or the next 90 days by week.
 *
 * @param bars the bars, the first one being this month or week
 */
record Calendar(List<Bar> bars) {

	/** Units of the drawing from one bar to the next. */
	static final int STEP = 60;

	/** Units of the drawing that the highest bar has. */
	static final int HIGHEST = 120;

	/** Room above the bars for their numbers. */
	private static final int ABOVE = 24;

	private static final int GAP = 10;

	private static final int MONTHS = 12;

	/** 90 days and what is left of their last week. */
	private static final int WEEKS = 13;

	Calendar {
		bars = List.copyOf(bars);
	}

	static Calendar months(SortedMap<LocalDate, Long> secrets, LocalDate today, Locale locale) {
		List<Span> spans = new ArrayList<>();
		for (int month = 0; month < MONTHS; month++) {
			LocalDate first = today.withDayOfMonth(1).plusMonths(month);
			spans.add(new Span(first, first.plusMonths(1), DateTimeFormatter.ofPattern("LLL", locale).format(first),
					DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(first)));
		}
		return of(spans, secrets);
	}

	static Calendar weeks(SortedMap<LocalDate, Long> secrets, LocalDate today, Locale locale) {
		List<Span> spans = new ArrayList<>();
		LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		for (int week = 0; week < WEEKS; week++) {
			LocalDate first = monday.plusWeeks(week);
			spans.add(new Span(first, first.plusWeeks(1), DateTimeFormatter.ofPattern("d.M.", locale).format(first),
					DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(first)));
		}
		return of(spans, secrets);
	}

	private static Calendar of(List<Span> spans, SortedMap<LocalDate, Long> secrets) {
		List<Long> numbers = spans.stream().map((span) -> span.sum(secrets)).toList();
		long most = Math.max(1, numbers.stream().mapToLong(Long::longValue).max().orElse(1));
		List<Bar> bars = new ArrayList<>();
		for (int place = 0; place < spans.size(); place++) {
			long number = numbers.get(place);
			long height = (number > 0) ? Math.max(3, number * HIGHEST / most) : 0;
			bars.add(new Bar(spans.get(place).label(), spans.get(place).name(), number, place * STEP + GAP / 2,
					ABOVE + HIGHEST - height, height));
		}
		return new Calendar(bars);
	}

	/**
	 * The size of the drawing, as SVG wants it.
	 * @return the view box
	 */
	public String viewBox() {
		return "0 0 %d %d".formatted(this.bars.size() * STEP, ABOVE + HIGHEST + ABOVE);
	}

	public int width() {
		return STEP - GAP;
	}

	/**
	 * Where the middle of a bar is.
	 * @param bar the bar
	 * @return its place from the left
	 */
	public long middle(Bar bar) {
		return bar.x() + width() / 2;
	}

	public int baseline() {
		return ABOVE + HIGHEST;
	}

	public long sum() {
		return this.bars.stream().mapToLong(Bar::number).sum();
	}

	/**
	 * A bar.
	 *
	 * @param label what stands below it
	 * @param name what it is called in full
	 * @param number how many secrets end in that time
	 * @param x its left edge
	 * @param y its upper edge
	 * @param height its height
	 */
	record Bar(String label, String name, long number, long x, long y, long height) {

	}

	private record Span(LocalDate from, LocalDate until, String label, String name) {

		long sum(SortedMap<LocalDate, Long> secrets) {
			return secrets.subMap(this.from, this.until).values().stream().mapToLong(Long::longValue).sum();
		}

	}

}
