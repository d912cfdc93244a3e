package com.highstage.portal.invitation;

import java.util.Objects;
import java.util.Optional;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import com.highstage.portal.account.Person;
import com.highstage.portal.invitation.ColleagueMails.Answer;
import com.highstage.portal.invitation.ColleagueMails.Reason;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.OneMailbox;

/**
 * What "send to a colleague" asks for, as {@code invitation/send.html} shows it. Without
 * an address the person gets the text to copy.
 *
 * @param address the colleague's mail address
 * @param note a line of the person's own; no links, the portal is no mailer for them
 */
public record SendForm(@OneMailbox(message = "{invitation.send.address-wrong}") @Nullable String address,
		@Size(max = 250, message = "{invitation.send.note-long}") @Pattern(regexp = "(?is)(?!.*(?:://|www\\.)).*",
				message = "{invitation.send.note-link}") @Nullable String note) {

	/**
	 * Nothing typed yet.
	 * @return an empty form
	 */
	public static SendForm empty() {
		return new SendForm(null, null);
	}

	/**
	 * Sends what was typed, once it was found valid.
	 * @param mails what sends it
	 * @param by who asks
	 * @param plea for what
	 * @return what to show
	 */
	public SendResult send(ColleagueMails mails, Person by, Plea plea) {
		Optional<MailAddress> to = MailAddress.parse(Objects.requireNonNullElse(this.address, ""));
		Answer answer = to.isPresent() ? mails.send(by, plea, to.get(), Objects.requireNonNullElse(this.note, ""))
				: new Answer.ToCopy(mails.text(by, plea), mails.canSend() ? Reason.WISH : Reason.NO_SERVER);
		return SendResult.of(answer, plea);
	}

}
