package com.highstage.portal.operator.web.keys;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import com.highstage.portal.operator.KeyUses;
import com.highstage.portal.operator.KeyUses.KeyUse;
import com.highstage.portal.vault.CredentialSealing;
import com.highstage.portal.vault.RecipientKeyId;
import com.highstage.portal.vault.RecipientKeys;
import com.highstage.portal.vault.RecipientKeys.RecipientKey;
import com.highstage.portal.vault.SigningKeys;

/**
 * Shows the keys; they are changed by the portal's settings alone.
 */
@Controller
@RequestMapping("/operator/keys")
class KeysController {

	private static final int CONNECTIONS = 50;

	private static final UUID BEGINNING = new UUID(0, 0);

	private final RecipientKeys recipients;

	private final SigningKeys signers;

	private final CredentialSealing sealing;

	private final KeyUses uses;

	private final Clock clock;

	KeysController(RecipientKeys recipients, SigningKeys signers, CredentialSealing sealing, KeyUses uses,
			Clock clock) {
		this.recipients = recipients;
		this.signers = signers;
		this.sealing = sealing;
		this.uses = uses;
		this.clock = clock;
	}

	@GetMapping
	String page(@RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") String after,
			Model model) {
		Map<RecipientKeyId, Long> counts = this.uses.counts();
		RecipientKeyId used = this.sealing.provenRecipient().orElse(null);
		List<RecipientKey> all = this.recipients.all();
		model.addAttribute("stopped", used == null);
		model.addAttribute("keys",
				all.stream()
					.map((each) -> new KeyView(each, each.equals(all.getFirst()), each.id().equals(used),
							counts.getOrDefault(each.id(), 0L), this.clock.instant()))
					.toList());
		model.addAttribute("moved", all.isEmpty() ? 0L : counts.getOrDefault(all.getFirst().id(), 0L));
		model.addAttribute("connections", this.uses.connections());
		model.addAttribute("signers", this.signers.published());
		if (!key.isEmpty()) {
			showUses(key, after, model);
		}
		return "operator/keys";
	}

	private void showUses(String key, String after, Model model) {
		RecipientKey chosen = this.recipients.find(new RecipientKeyId(key))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		List<KeyUse> found = this.uses.of(chosen.id(), place(after), CONNECTIONS + 1);
		boolean more = found.size() > CONNECTIONS;
		List<KeyUse> shown = more ? found.subList(0, CONNECTIONS) : found;
		model.addAttribute("chosen", chosen.id().value());
		model.addAttribute("uses", shown);
		model.addAttribute("first", place(after).equals(BEGINNING));
		model.addAttribute("next", more ? shown.getLast().connection() : null);
	}

	private static UUID place(String after) {
		try {
			return after.isEmpty() ? BEGINNING : UUID.fromString(after);
		}
		catch (IllegalArgumentException ex) {
			return BEGINNING;
		}
	}

}
