package com.highstage.portal.microsoft.graph;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.microsoft.graph.models.AppRoleAssignment;
import com.microsoft.graph.models.AppRoleAssignmentCollectionResponse;
import org.springframework.stereotype.Component;

import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.microsoft.ServicePrincipals;
import com.highstage.portal.microsoft.http.Effect;
import com.highstage.portal.microsoft.http.Exchange;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.ObjectId;

/**
 * Enterprise applications in Graph.
 */
@Component
class GraphServicePrincipals implements ServicePrincipals {

	private static final String EXCHANGE_ONLINE = "00000002-0000-0ff1-ce00-000000000000";

	private static final String[] SELECT = { "id", "appId", "accountEnabled" };

	private final GraphCalls calls;

	private final GraphPages pages;

	GraphServicePrincipals(GraphCalls calls, GraphPages pages) {
		this.calls = calls;
		this.pages = pages;
	}

	@Override
	public Optional<ServicePrincipal> find(Delegation delegation, ClientId clientId) {
		Exchange exchange = new Exchange("find service principal", Effect.NONE);
		return this.calls.find(Authority.applications(delegation), exchange, (graph, call) -> ServicePrincipalModels
			.read(graph.servicePrincipalsWithAppId(clientId.toString()).get((request) -> {
				call.on(request);
				request.queryParameters.select = SELECT;
			})));
	}

	@Override
	public ServicePrincipal createIfMissing(Delegation delegation, ClientId clientId) {
		Exchange exchange = new Exchange("create service principal", Effect.REPEATABLE);
		return this.calls.offer(Authority.applications(delegation), exchange,
				(graph, call) -> ServicePrincipalModels.readIfAny(graph.servicePrincipalsWithAppId(clientId.toString())
					.patch(ServicePrincipalModels.listed(), (request) -> {
						call.on(request);
						request.headers.add("Prefer", "create-if-missing");
					})))
			.or(() -> find(delegation, clientId))
			.orElseThrow(() -> new MicrosoftException(Upserts.notReadableYet(exchange)));
	}

	@Override
	public Optional<ExchangeOnline> exchangeOnline(Delegation delegation) {
		Exchange exchange = new Exchange("find Exchange Online", Effect.NONE);
		return this.calls.find(Authority.applications(delegation), exchange, (graph, call) -> ServicePrincipalModels
			.readExchange(graph.servicePrincipalsWithAppId(EXCHANGE_ONLINE).get((request) -> {
				call.on(request);
				request.queryParameters.select = new String[] { "id", "appId", "appRoles" };
			})));
	}

	@Override
	public Set<Grant> grants(Delegation delegation, ObjectId servicePrincipal) {
		return this.pages
			.read(Authority.applications(delegation), "read grants",
					(graph, call, next) -> (next != null)
							? graph.servicePrincipals()
								.byServicePrincipalId(servicePrincipal.toString())
								.appRoleAssignments()
								.withUrl(next)
								.get(call::on)
							: graph.servicePrincipals()
								.byServicePrincipalId(servicePrincipal.toString())
								.appRoleAssignments()
								.get(call::on),
					AppRoleAssignmentCollectionResponse::getValue)
			.stream()
			.map(ServicePrincipalModels::read)
			.collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public void grant(Delegation delegation, ObjectId servicePrincipal, ObjectId resource, UUID appRole) {
		AppRoleAssignment assignment = new AppRoleAssignment();
		assignment.setPrincipalId(servicePrincipal.value());
		assignment.setResourceId(resource.value());
		assignment.setAppRoleId(appRole);
		Exchange exchange = new Exchange("grant", Effect.REPEATABLE);
		this.calls.send(Authority.applications(delegation), exchange, ServicePrincipalModels::isAlreadyGranted,
				(graph, call) -> Objects.requireNonNull(graph.servicePrincipals()
					.byServicePrincipalId(resource.toString())
					.appRoleAssignedTo()
					.post(assignment, call::on)));
	}

	@Override
	public void revoke(Delegation delegation, ObjectId resource, String assignmentId) {
		Exchange exchange = new Exchange("revoke", Effect.REPEATABLE);
		this.calls.send(Authority.applications(delegation), exchange,
				(failure) -> failure.kind() == Failure.Kind.NOT_FOUND,
				(graph, call) -> graph.servicePrincipals()
					.byServicePrincipalId(resource.toString())
					.appRoleAssignedTo()
					.byAppRoleAssignmentId(assignmentId)
					.delete(call::on));
	}

}
