package com.highstage.portal.handover.web;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.highstage.portal.handover.intake.Intake;
import com.highstage.portal.handover.intake.Written.CanaryAnswer;
import com.highstage.portal.vault.RecipientKeys;
import com.highstage.portal.vault.SigningKeys;

@RestController
@RequestMapping(path = "/api/v1/keys", produces = MediaType.APPLICATION_JSON_VALUE)
class HandoverKeysController {

	/** A SHA-256 in hexadecimal has 64. */
	private static final int LONGEST = 200;

	private final RecipientKeys recipients;

	private final SigningKeys signers;

	private final Intake intake;

	private final Clock clock;

	HandoverKeysController(RecipientKeys recipients, SigningKeys signers, Intake intake, Clock clock) {
		this.recipients = recipients;
		this.signers = signers;
		this.intake = intake;
		this.clock = clock;
	}

	@GetMapping("/recipient")
	Shown.RecipientKeys recipient() {
		return new Shown.RecipientKeys(this.recipients.all()
			.stream()
			.filter((key) -> key.state() != RecipientKeys.State.RETIRED)
			.map((key) -> new Shown.RecipientKey(key.id().value(), key.canary(), key.provenUntil()))
			.toList());
	}

	@PutMapping(path = "/recipient/{keyId}/canary", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void answer(@PathVariable String keyId, @RequestBody AnswerBody body) {
		String answer = body.answer();
		if (answer == null || answer.isBlank() || answer.length() > LONGEST) {
			throw ProblemException.parameter("answer", "the SHA-256 of the canary's content, in hexadecimal");
		}
		Answers.check(this.intake.answer(new CanaryAnswer(keyId, answer, this.clock.instant())));
	}

	@GetMapping("/signing")
	Shown.SigningKeys signing() {
		return new Shown.SigningKeys(this.signers.published()
			.stream()
			.map((key) -> new Shown.SigningKey(key.id(), key.publicKey(), key.validFrom(), key.validUntil()))
			.toList());
	}

	/**
	 * The answer to a canary.
	 *
	 * @param answer the SHA-256 of its content, in hexadecimal
	 */
	record AnswerBody(@Nullable String answer) {

	}

}
