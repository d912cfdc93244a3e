package com.highstage.portal.metrics;

import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.highstage.portal.notification.Delivery.State;
import com.highstage.portal.notification.MailSettled;

/**
 * Counts what became of outgoing mails, on the machine that delivered them.
 */
@Component
class SettledMails {

	private final MeterRegistry registry;

	SettledMails(MeterRegistry registry) {
		this.registry = registry;
		Stream.of(State.SENT, State.REFUSED, State.GIVEN_UP).forEach(this::counter);
	}

	// The note of it may yet be rolled back and made again: then it counts twice, as the
	// mail may have gone out twice.
	@EventListener
	void settled(MailSettled settled) {
		counter(settled.mail().state()).increment();
	}

	private Counter counter(State state) {
		return this.registry.counter("portal.mails", "outcome", Series.label(state));
	}

}
