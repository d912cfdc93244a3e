package com.highstage.portal.operator.web.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import com.highstage.portal.account.StaffMember;
import com.highstage.portal.operator.Desk;
import com.highstage.portal.operator.Tally;
import com.highstage.portal.operator.Tally.Tallies;

/**
 * The list of customers. Its parts are fetched again every few seconds, each for itself.
 */
@Controller
@RequestMapping("/operator")
class DeskController {

	/** A page is not held up by counting. */
	private static final Duration SOME_TIME = Duration.ofMinutes(1);

	private static final Duration JUST_NOW = Duration.ofSeconds(1);

	private final Desk desk;

	private final Tallies tallies;

	private final RowViews views;

	private final Clock clock;

	DeskController(Desk desk, Tallies tallies, RowViews views, Clock clock) {
		this.desk = desk;
		this.tallies = tallies;
		this.views = views;
		this.clock = clock;
	}

	@GetMapping
	String page(StaffMember staff, DeskForm form, Model model, Locale locale) {
		model.addAttribute("mayChange", staff.mayChange());
		model.addAttribute("polls", true);
		showRows(form, model);
		showCounts(form, SOME_TIME, model, locale);
		return "operator/list";
	}

	@GetMapping("/rows")
	String rows(StaffMember staff, DeskForm form, Model model) {
		showRows(form, model);
		return "operator/list :: rows";
	}

	@GetMapping("/counts")
	String counts(StaffMember staff, DeskForm form, Model model, Locale locale) {
		showCounts(form, JUST_NOW, model, locale);
		model.addAttribute("again", true);
		return "operator/list :: counts";
	}

	private void showRows(DeskForm form, Model model) {
		Desk.Page page = this.desk.list(form.query(), form.place());
		model.addAttribute("desk", form);
		model.addAttribute("list", page);
		model.addAttribute("rows", page.rows().stream().map(this.views::of).toList());
	}

	private void showCounts(DeskForm form, Duration age, Model model, Locale locale) {
		Tally tally = this.tallies.within(age);
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		model.addAttribute("desk", form);
		model.addAttribute("tally", tally);
		model.addAttribute("states", StateCount.of(tally));
		model.addAttribute("chart", form.isWeekly() ? Calendar.weeks(tally.secrets(), today, locale)
				: Calendar.months(tally.secrets(), today, locale));
	}

}
