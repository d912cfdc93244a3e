package com.highstage.portal.microsoft.graph;

import java.util.List;

import com.microsoft.kiota.BaseRequestConfiguration;
import com.microsoft.kiota.RequestOption;

import com.highstage.portal.microsoft.http.Exchange;
import com.highstage.portal.vault.Secret;

/**
 * One call to Graph on its way through Microsoft's library: carries the person's token to
 * the wire and what was seen there back.
 *
 * @param exchange the call
 * @param token the person's token
 */
record GraphCall(Exchange exchange, Secret token) implements RequestOption {

	void on(BaseRequestConfiguration configuration) {
		configuration.options = List.of(this);
	}

	@Override
	@SuppressWarnings("unchecked") // the library asks for a type parameter it cannot know
	public <T extends RequestOption> Class<T> getType() {
		return (Class<T>) GraphCall.class;
	}

}
