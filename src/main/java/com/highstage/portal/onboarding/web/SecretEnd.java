package com.highstage.portal.onboarding.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import com.highstage.portal.onboarding.Facts.SecretFacts;
import com.highstage.portal.onboarding.Overview;

/**
 * Says on pages when the secret ends, and whether that is near.
 */
@Component
public class SecretEnd {

	private static final Duration NEAR = Duration.ofDays(60);

	private final Clock clock;

	SecretEnd(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Says it where a connection is finished.
	 * @param overview where the organisation stands
	 * @param model the page's model, which gets {@code secretEnds}, {@code secretNear}
	 * and {@code secretOver}
	 */
	public void say(Overview overview, Model model) {
		SecretFacts secret = overview.facts().secret();
		if (overview.finished() && secret != null) {
			Instant now = this.clock.instant();
			model.addAttribute("secretEnds", secret.expiresAt());
			model.addAttribute("secretNear", !secret.expiresAt().isAfter(now.plus(NEAR)));
			model.addAttribute("secretOver", !secret.expiresAt().isAfter(now));
		}
	}

}
