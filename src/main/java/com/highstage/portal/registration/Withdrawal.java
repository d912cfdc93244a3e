package com.highstage.portal.registration;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import com.highstage.portal.microsoft.Application;
import com.highstage.portal.microsoft.Applications;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.registration.Attempt.Call;
import com.highstage.portal.registration.AttemptHistory.PastAttempt;
import com.highstage.portal.tenant.ClientId;

/**
 * Takes back what was made in the directory: the whole application if the portal created
 * it, else only the secrets, certificates and the redirect address that it added.
 */
@Service
public class Withdrawal {

	private static final int ALL = 10_000;

	private final Registrar registrar;

	private final Applications applications;

	private final Attempts attempts;

	private final AttemptHistory history;

	private final Leftovers leftovers;

	Withdrawal(Registrar registrar, Applications applications, Attempts attempts, AttemptHistory history,
			Leftovers leftovers) {
		this.registrar = registrar;
		this.applications = applications;
		this.attempts = attempts;
		this.history = history;
		this.leftovers = leftovers;
	}

	/**
	 * Whether the portal created the application of a connection.
	 * @param connection the connection
	 * @return false if it was there before, or a person made it
	 */
	public static boolean isOurs(Connection connection) {
		return !connection.application().byHand() && !connection.application().adopted();
	}

	/**
	 * Deletes the application that the portal created.
	 * @param work on whose behalf
	 * @param connection the connection
	 * @return false if the application at Microsoft is not the one that the portal
	 * created, and was left alone
	 */
	public boolean delete(Work work, Connection connection) {
		Optional<Application> found = this.registrar.find(work.delegation(), connection);
		if (found.filter((application) -> !isOurs(connection, application)).isPresent()) {
			return false;
		}
		found.ifPresent((application) -> this.attempts.around(work, Call.DELETE_APPLICATION,
				application.clientId().toString(), () -> {
					this.applications.delete(work.delegation(), application.id());
					return application;
				}));
		return true;
	}

	/**
	 * Takes the portal's own secrets, certificates and redirect address away from an
	 * application that stays.
	 * @param work on whose behalf
	 * @param connection the connection
	 * @param redirectUri the portal's consent callback
	 */
	public void withdraw(Work work, Connection connection, String redirectUri) {
		Optional<Application> found = this.registrar.find(work.delegation(), connection);
		if (found.isEmpty()) {
			return;
		}
		Application application = found.get();
		List<PastAttempt> made = this.history.of(connection.id(), ALL);
		this.leftovers.removeMarked(work, application, made);
		boolean added = made.stream().anyMatch((attempt) -> attempt.mayHaveMade(Call.SET_REDIRECT_URIS));
		if (added && application.redirectUris().contains(redirectUri)) {
			Set<String> others = new HashSet<>(application.redirectUris());
			others.remove(redirectUri);
			this.attempts.around(work, Call.SET_REDIRECT_URIS, application.clientId().toString(), () -> {
				this.applications.setRedirectUris(work.delegation(), application.id(), others);
				return others;
			});
		}
	}

	/**
	 * Looks whether nothing of ours is left.
	 * @param delegation whose authority
	 * @param connection the connection
	 * @param redirectUri the portal's consent callback
	 * @return true if Microsoft said so
	 */
	public boolean isGone(Delegation delegation, Connection connection, String redirectUri) {
		Optional<Application> found = this.registrar.find(delegation, connection);
		if (isOurs(connection)) {
			ClientId client = connection.application().clientId();
			return found.isEmpty() && (client == null || this.registrar.findPrincipal(delegation, client).isEmpty());
		}
		List<PastAttempt> made = this.history.of(connection.id(), ALL);
		boolean added = made.stream().anyMatch((attempt) -> attempt.mayHaveMade(Call.SET_REDIRECT_URIS));
		return found.isEmpty() || (keys(found.get()).noneMatch((name) -> Leftovers.isMarked(name, made))
				&& !(added && found.get().redirectUris().contains(redirectUri)));
	}

	// an application created by the portal carries the connection's unique name
	private static boolean isOurs(Connection connection, Application application) {
		return isOurs(connection) && connection.uniqueName().equals(application.uniqueName());
	}

	private static Stream<String> keys(Application application) {
		return Stream.concat(application.passwords().stream(), application.certificates().stream())
			.map(Application.KeyDescription::displayName);
	}

}
