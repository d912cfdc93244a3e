package com.highstage.portal.simulator.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.simulator.entra.Pages;
import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.http.Request;
import com.highstage.portal.simulator.inbox.Inbox;

/**
 * The mails that the portal sent, for people: {@code /inbox}, {@code /inbox?to=},
 * {@code /inbox/{n}} and its HTML part by itself.
 */
final class InboxPages {

	private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

	private static final Pattern HEAD = Pattern.compile("<head[^>]*>", Pattern.CASE_INSENSITIVE);

	private static final String NEW_PAGE = "<base target=\"_blank\">";

	private final Pages pages;

	private final Inbox inbox;

	InboxPages(Pages pages, Inbox inbox) {
		this.pages = pages;
		this.inbox = inbox;
	}

	Answer answer(Request request, List<String> path) {
		List<Inbox.Numbered> mails = this.inbox.numbered();
		if (path.size() == 1) {
			return list(mails, request.query().getOrDefault("to", ""));
		}
		String number = path.get(1);
		if (!number.matches("[1-9]\\d{0,6}") || Integer.parseInt(number) > mails.size()) {
			return Answer.of(404, "text/plain; charset=utf-8", "Not found");
		}
		Inbox.Numbered mail = mails.get(Integer.parseInt(number) - 1);
		if (path.size() == 2) {
			return show(mail);
		}
		return path.get(2).equals("html") ? html(mail.mail().html())
				: Answer.of(404, "text/plain; charset=utf-8", "Not found");
	}

	private Answer list(List<Inbox.Numbered> mails, String recipient) {
		TreeSet<String> recipients = new TreeSet<>();
		mails.forEach((one) -> recipients.addAll(one.mail().to()));
		List<Inbox.Numbered> shown = mails.reversed()
			.stream()
			.filter((one) -> recipient.isEmpty() || one.mail().to().stream().anyMatch(recipient::equalsIgnoreCase))
			.toList();
		return Answer.html(200,
				this.pages.render("inbox", Map.of("mails", shown, "recipients", recipients, "chosen", recipient)));
	}

	private Answer show(Inbox.Numbered mail) {
		return Answer.html(200, this.pages.render("mail",
				Map.of("number", mail.number(), "mail", mail.mail(), "text", pieces(mail.mail().text()))));
	}

	/**
	 * The mail's own HTML without scripts, forms, foreign content or the simulator's
	 * origin; its links open pages of their own, where they are free again.
	 */
	private static Answer html(String html) {
		Matcher head = HEAD.matcher(html);
		String shown = head.find() ? head.replaceFirst("$0" + Matcher.quoteReplacement(NEW_PAGE)) : NEW_PAGE + html;
		return Answer.html(200, shown)
			.with("Content-Security-Policy",
					"sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; "
							+ "img-src data:; base-uri 'self'; form-action 'none'");
	}

	private static List<Piece> pieces(String text) {
		List<Piece> pieces = new ArrayList<>();
		int end = 0;
		for (Matcher link = LINK.matcher(text); link.find(); end = link.end()) {
			pieces.add(new Piece(text.substring(end, link.start()), null));
			pieces.add(new Piece(link.group(), link.group()));
		}
		pieces.add(new Piece(text.substring(end), null));
		return pieces;
	}

	/**
	 * A piece of a text.
	 *
	 * @param text what it says
	 * @param link where it leads, if it is a link
	 */
	record Piece(String text, @Nullable String link) {

	}

}
