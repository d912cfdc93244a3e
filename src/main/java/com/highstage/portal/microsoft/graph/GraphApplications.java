package com.highstage.portal.microsoft.graph;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.microsoft.graph.applications.item.ApplicationItemRequestBuilder;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import org.springframework.stereotype.Component;

import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.Applications;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.KnownCertificates;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.microsoft.NewApplication;
import com.highstage.portal.microsoft.NewPassword;
import com.highstage.portal.microsoft.http.Effect;
import com.highstage.portal.microsoft.http.Exchange;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;

/**
 * App registrations in Graph.
 */
@Component
class GraphApplications implements Applications {

	private static final String[] SELECT = { "id", "appId", "uniqueName", "displayName", "signInAudience", "web",
			"requiredResourceAccess", "passwordCredentials", "keyCredentials" };

	private final GraphCalls calls;

	private final GraphCertificates certificates;

	GraphApplications(GraphCalls calls, GraphCertificates certificates) {
		this.calls = calls;
		this.certificates = certificates;
	}

	@Override
	public Optional<Application> findByUniqueName(Delegation delegation, String uniqueName) {
		Exchange exchange = new Exchange("find application by name", Effect.NONE);
		return this.calls.find(Authority.applications(delegation), exchange, (graph, call) -> ApplicationModels
			.read(graph.applicationsWithUniqueName(ODataKeys.quoted(uniqueName)).get((request) -> {
				call.on(request);
				request.queryParameters.select = SELECT;
			})));
	}

	@Override
	public Optional<Application> findByClientId(Delegation delegation, ClientId clientId) {
		Exchange exchange = new Exchange("find application by client id", Effect.NONE);
		return this.calls.find(Authority.applications(delegation), exchange, (graph, call) -> ApplicationModels
			.read(graph.applicationsWithAppId(clientId.toString()).get((request) -> {
				call.on(request);
				request.queryParameters.select = SELECT;
			})));
	}

	@Override
	public Application createIfMissing(Delegation delegation, NewApplication application) {
		Exchange exchange = new Exchange("create application", Effect.REPEATABLE);
		return this.calls.offer(Authority.applications(delegation), exchange,
				(graph, call) -> ApplicationModels
					.readIfAny(graph.applicationsWithUniqueName(ODataKeys.quoted(application.uniqueName()))
						.patch(ApplicationModels.write(application), (request) -> {
							call.on(request);
							request.headers.add("Prefer", "create-if-missing");
						})))
			.or(() -> findByUniqueName(delegation, application.uniqueName()))
			.orElseThrow(() -> new MicrosoftException(Upserts.notReadableYet(exchange)));
	}

	@Override
	public void rename(Delegation delegation, ObjectId application, String displayName) {
		patch(delegation, "rename application", application, ApplicationModels.named(displayName));
	}

	@Override
	public void setRedirectUris(Delegation delegation, ObjectId application, Set<String> redirectUris) {
		patch(delegation, "set redirect URIs", application, ApplicationModels.reachableAt(redirectUris));
	}

	@Override
	public void declare(Delegation delegation, ObjectId application, Set<Application.DeclaredPermission> permissions) {
		patch(delegation, "declare permissions", application, ApplicationModels.declaring(permissions));
	}

	@Override
	public void delete(Delegation delegation, ObjectId application) {
		this.calls.send(Authority.applications(delegation), new Exchange("delete application", Effect.REPEATABLE),
				(failure) -> failure.kind() == Failure.Kind.NOT_FOUND,
				(graph, call) -> item(graph, application).delete(call::on));
	}

	@Override
	public NewPassword addPassword(Delegation delegation, ObjectId application, String displayName, Instant expiresAt) {
		Exchange exchange = new Exchange("addPassword", Effect.ONCE);
		return this.calls.answer(Authority.applications(delegation), exchange, (graph, call) -> PasswordModels
			.read(item(graph, application).addPassword().post(PasswordModels.add(displayName, expiresAt), call::on)));
	}

	@Override
	public void removePassword(Delegation delegation, ObjectId application, UUID keyId) {
		Exchange exchange = new Exchange("removePassword", Effect.REPEATABLE);
		this.calls.send(Authority.applications(delegation), exchange, PasswordModels::isAlreadyRemoved, (graph,
				call) -> item(graph, application).removePassword().post(PasswordModels.remove(keyId), call::on));
	}

	@Override
	public void addCertificate(Delegation delegation, ObjectId application, X509Certificate certificate, UUID keyId,
			String displayName, KnownCertificates known) {
		this.certificates.add(delegation, application, KeyModels.write(certificate, keyId, displayName), known);
	}

	@Override
	public void removeCertificate(Delegation delegation, ObjectId application, UUID keyId, KnownCertificates known) {
		this.certificates.remove(delegation, application, keyId, known);
	}

	private void patch(Delegation delegation, String name, ObjectId application,
			com.microsoft.graph.models.Application change) {
		this.calls.send(Authority.applications(delegation), new Exchange(name, Effect.REPEATABLE),
				(graph, call) -> item(graph, application).patch(change, call::on));
	}

	private static ApplicationItemRequestBuilder item(GraphServiceClient graph, ObjectId application) {
		return graph.applications().byApplicationId(application.toString());
	}

}
