package com.highstage.portal.registration;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.Applications;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.NewApplication;
import com.highstage.portal.microsoft.ServicePrincipals;
import com.highstage.portal.microsoft.ServicePrincipals.ServicePrincipal;
import com.highstage.portal.registration.Attempt.Call;
import com.highstage.portal.registration.Connection.OurApplication;
import com.highstage.portal.tenant.ClientId;

/**
 * Finds or creates the application and its enterprise application.
 */
@Service
public class Registrar {

	private final Applications applications;

	private final ServicePrincipals principals;

	private final Connections connections;

	private final Attempts attempts;

	private final TransactionTemplate transaction;

	Registrar(Applications applications, ServicePrincipals principals, Connections connections, Attempts attempts,
			PlatformTransactionManager transactions) {
		this.applications = applications;
		this.principals = principals;
		this.connections = connections;
		this.attempts = attempts;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Looks for the connection's application: by its client id, else by its unique name.
	 * @param delegation whose authority
	 * @param connection the connection
	 * @return the application, if it exists
	 */
	public Optional<Application> find(Delegation delegation, Connection connection) {
		ClientId known = connection.application().clientId();
		Optional<Application> found = (known != null) ? this.applications.findByClientId(delegation, known)
				: Optional.empty();
		return found.or(() -> this.applications.findByUniqueName(delegation, connection.uniqueName()));
	}

	/**
	 * When the portal last created the application, or tried to.
	 * @param connection the connection
	 * @return empty if it never did
	 */
	public Optional<Instant> lastCreated(Connection connection) {
		return this.attempts.latest(connection.id(), Call.CREATE_APPLICATION);
	}

	/**
	 * Looks for an application's enterprise application.
	 * @param delegation whose authority
	 * @param client the application's client id
	 * @return the enterprise application, if it exists
	 */
	public Optional<ServicePrincipal> findPrincipal(Delegation delegation, ClientId client) {
		return this.principals.find(delegation, client);
	}

	/**
	 * Creates the application, which was not found.
	 * @param work on whose behalf
	 * @param connection the connection
	 * @param wish what it should look like
	 * @return what exists now
	 */
	public Application create(Work work, Connection connection, Wish wish) {
		NewApplication wanted = new NewApplication(connection.uniqueName(), wish.name(), Set.of(wish.redirectUri()),
				wish.declared());
		Application made = this.attempts.around(work, Call.CREATE_APPLICATION, wanted.uniqueName(),
				() -> this.applications.createIfMissing(work.delegation(), wanted));
		remember(work, connection, made);
		return made;
	}

	/**
	 * Adopts an application that was found: its name and our redirect address are patched
	 * where they differ, everything else stays.
	 * @param work on whose behalf
	 * @param connection the connection
	 * @param found the application
	 * @param wish what it should look like
	 * @return what exists now
	 */
	public Application adopt(Work work, Connection connection, Application found, Wish wish) {
		remember(work, connection, found);
		Application named = found.displayName().equals(wish.name()) ? found : rename(work, found, wish.name());
		return named.redirectUris().contains(wish.redirectUri()) ? named
				: addRedirectUri(work, named, wish.redirectUri());
	}

	/**
	 * Creates the enterprise application where it is missing.
	 * @param work on whose behalf
	 * @param connection the connection
	 * @param application the application
	 * @return the enterprise application
	 */
	public ServicePrincipal ensurePrincipal(Work work, Connection connection, Application application) {
		ServicePrincipal principal = this.attempts.around(work, Call.CREATE_SERVICE_PRINCIPAL,
				application.clientId().toString(),
				() -> this.principals.createIfMissing(work.delegation(), application.clientId()));
		remember(work, connection, principal);
		return principal;
	}

	/**
	 * Remembers an enterprise application that was found.
	 * @param work on whose behalf
	 * @param connection the connection
	 * @param principal the enterprise application
	 */
	public void remember(Work work, Connection connection, ServicePrincipal principal) {
		OurApplication known = this.connections.get(connection.id()).application();
		save(work, connection, new OurApplication(known.byHand(), known.adopted(), known.name(), known.clientId(),
				known.registration(), principal.id()));
	}

	private void remember(Work work, Connection connection, Application found) {
		OurApplication known = connection.application();
		boolean same = found.clientId().equals(known.clientId());
		boolean adopted = same ? known.adopted() : lastCreated(connection).isEmpty();
		save(work, connection, new OurApplication(same && known.byHand(), adopted, found.displayName(),
				found.clientId(), found.id(), same ? known.servicePrincipal() : null));
	}

	private void save(Work work, Connection connection, OurApplication application) {
		this.transaction.executeWithoutResult((status) -> {
			work.lease().hold();
			if (!this.connections.get(connection.id()).application().equals(application)) {
				this.connections.update(connection.id(), application);
			}
		});
	}

	private Application rename(Work work, Application found, String name) {
		this.attempts.around(work, Call.RENAME_APPLICATION, found.clientId().toString(), () -> {
			this.applications.rename(work.delegation(), found.id(), name);
			return name;
		});
		return new Application(found.id(), found.clientId(), found.uniqueName(), name, found.signInAudience(),
				found.redirectUris(), found.declared(), found.passwords(), found.certificates());
	}

	private Application addRedirectUri(Work work, Application found, String address) {
		Set<String> all = new HashSet<>(found.redirectUris());
		all.add(address);
		this.attempts.around(work, Call.SET_REDIRECT_URIS, found.clientId().toString(), () -> {
			this.applications.setRedirectUris(work.delegation(), found.id(), all);
			return all;
		});
		return new Application(found.id(), found.clientId(), found.uniqueName(), found.displayName(),
				found.signInAudience(), all, found.declared(), found.passwords(), found.certificates());
	}

	/**
	 * What an application should look like.
	 *
	 * @param name its display name
	 * @param redirectUri the portal's consent callback
	 * @param declared permissions to declare when it is created
	 */
	public record Wish(String name, String redirectUri, Set<Application.DeclaredPermission> declared) {

		public Wish {
			declared = Set.copyOf(declared);
		}

	}

}
