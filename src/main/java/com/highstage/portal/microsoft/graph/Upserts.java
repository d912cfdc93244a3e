package com.highstage.portal.microsoft.graph;

import java.util.List;

import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.http.Exchange;

/**
 * What the answers to {@code Prefer: create-if-missing} mean: 201 with a body when it was
 * created, 204 without when it existed.
 */
final class Upserts {

	private Upserts() {
	}

	static Failure notReadableYet(Exchange upsert) {
		return new Failure(Failure.Kind.RETRY_LATER, 404, "Request_ResourceNotFound", List.of(), null,
				"It exists, but cannot be read yet.", upsert.reference(), null);
	}

}
