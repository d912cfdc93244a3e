package com.highstage.portal.microsoft.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.microsoft.graph.models.Application;
import com.microsoft.graph.models.KeyCredential;
import org.springframework.stereotype.Component;

import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.KnownCertificates;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.microsoft.http.Effect;
import com.highstage.portal.microsoft.http.Exchange;
import com.highstage.portal.tenant.ObjectId;

/**
 * Certificates of an app registration. Graph replaces the whole list, and shows the keys
 * that it must be given back only if {@code keyCredentials} is selected.
 */
@Component
class GraphCertificates {

	private final GraphCalls calls;

	GraphCertificates(GraphCalls calls) {
		this.calls = calls;
	}

	void add(Delegation delegation, ObjectId application, KeyCredential certificate, KnownCertificates known) {
		List<KeyCredential> keys = read(delegation, application, known);
		if (keys.stream().noneMatch((key) -> certificate.getKeyId().equals(key.getKeyId()))) {
			keys.add(certificate);
			write(delegation, application, keys);
		}
	}

	void remove(Delegation delegation, ObjectId application, UUID keyId, KnownCertificates known) {
		List<KeyCredential> keys = read(delegation, application, known);
		if (keys.removeIf((key) -> keyId.equals(key.getKeyId()))) {
			write(delegation, application, keys);
		}
	}

	private List<KeyCredential> read(Delegation delegation, ObjectId application, KnownCertificates known) {
		Exchange exchange = new Exchange("read certificates", Effect.NONE);
		List<KeyCredential> keys = read(delegation, application, exchange);
		if (!keys.stream().map(KeyCredential::getKeyId).toList().containsAll(known.there())) {
			throw new MicrosoftException(Upserts.notReadableYet(exchange));
		}
		keys.removeIf((key) -> known.gone().stream().anyMatch((gone) -> gone.equals(key.getKeyId())));
		return keys;
	}

	private List<KeyCredential> read(Delegation delegation, ObjectId application, Exchange exchange) {
		return this.calls.answer(Authority.applications(delegation), exchange, (graph, call) -> {
			Application found = graph.applications().byApplicationId(application.toString()).get((request) -> {
				call.on(request);
				request.queryParameters.select = new String[] { "keyCredentials" };
			});
			return new ArrayList<>(found.getKeyCredentials().stream().map(KeyModels::complete).toList());
		});
	}

	private void write(Delegation delegation, ObjectId application, List<KeyCredential> keys) {
		Application change = new Application();
		change.setKeyCredentials(keys);
		this.calls.send(Authority.applications(delegation), new Exchange("write certificates", Effect.REPEATABLE),
				(graph, call) -> graph.applications().byApplicationId(application.toString()).patch(change, call::on));
	}

}
