package com.highstage.portal.evidence.removal;

import org.springframework.stereotype.Component;

import com.highstage.portal.account.MicrosoftProperties;

/**
 * The way into Exchange: the setting, and somebody with the role who is signed in.
 */
@Component
class ExchangeDoor {

	private final MicrosoftProperties microsoft;

	ExchangeDoor(MicrosoftProperties microsoft) {
		this.microsoft = microsoft;
	}

	boolean isOpenTo(RemovalRun run) {
		return this.microsoft.exchangeCommands() && run.exchange() != null;
	}

}
