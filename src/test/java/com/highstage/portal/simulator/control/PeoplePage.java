package com.highstage.portal.simulator.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.highstage.portal.simulator.entra.Pages;
import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.inbox.Inbox;
import com.highstage.portal.simulator.model.World;

/**
 * The page at {@code /}: what exists, what happened, and what may go wrong next.
 */
final class PeoplePage {

	private static final int SHOWN = 200;

	private PeoplePage() {
	}

	static Answer show(Pages pages, World world, Journal journal, Inbox inbox) {
		return Answer.html(200,
				pages.render("people",
						Map.of("organisations", world.organisations(), "settings", world.settings(), "mails",
								inbox.numbered().reversed().stream().limit(SHOWN).toList(), "journal",
								journal.entries().reversed().stream().limit(SHOWN).toList())));
	}

	static String stylesheet() {
		try (InputStream in = PeoplePage.class.getResourceAsStream("/simulator/simulator.css")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
