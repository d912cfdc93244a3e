package com.highstage.portal.invitation;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.invitation.ColleagueMails.Answer;
import com.highstage.portal.invitation.ColleagueMails.Reason;
import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.RenderedMail;

/**
 * What {@code invitation/send.html} shows after a colleague's link was made.
 *
 * @param delivery the mail that is on its way; null if the person sends it themselves
 * @param mail the text to copy; null if the portal sends it
 * @param reason why it is to be copied; null if the portal sends it
 * @param link the link itself
 * @param until when it ends
 */
public record SendResult(@Nullable Delivery delivery, @Nullable RenderedMail mail, @Nullable Reason reason, URI link,
		Instant until) {

	static SendResult of(Answer answer, Plea plea) {
		return switch (answer) {
			case Answer.Queued(Delivery delivery) -> new SendResult(delivery, null, null, plea.link(), plea.until());
			case Answer.ToCopy(RenderedMail mail, Reason reason) ->
				new SendResult(null, mail, reason, plea.link(), plea.until());
		};
	}

	@Override
	public String toString() {
		return "SendResult[" + this.delivery + ", " + this.reason + ", redacted]";
	}

}
