package com.highstage.portal.verification;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.highstage.portal.credential.CredentialVersion;
import com.highstage.portal.credential.Credentials;
import com.highstage.portal.microsoft.AppToken;
import com.highstage.portal.microsoft.AppTokens;
import com.highstage.portal.microsoft.MailPermission;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connection.PassedCheck;
import com.highstage.portal.site.SameReference;
import com.highstage.portal.tenant.ClientId;
import com.highstage.portal.tenant.TenantId;
import com.highstage.portal.vault.Credential;

/**
 * Asks for fresh app-only tokens: they prove the credential, and their roles the consent.
 */
@Service
public class TokenCheck {

	/** A new secret works on one of Microsoft's nodes before it works on all. */
	private static final int TOKENS = 3;

	private final AppTokens tokens;

	private final Credentials credentials;

	private final TransactionTemplate transaction;

	private final Clock clock;

	TokenCheck(AppTokens tokens, Credentials credentials, PlatformTransactionManager transactions, Clock clock) {
		this.transaction = new TransactionTemplate(transactions);
		this.tokens = tokens;
		this.credentials = credentials;
		this.clock = clock;
	}

	/**
	 * Checks a connection's newest credential, with several tokens at once, unless it has
	 * passed before.
	 * @param connection the connection
	 * @param chosen the permissions that must be there
	 * @return what was found
	 */
	public TokenResult check(Connection connection, Set<MailPermission> chosen) {
		return check(connection, chosen, false);
	}

	/**
	 * Checks a connection's newest credential with fresh tokens even if it has passed
	 * before, because logins need one.
	 * @param connection the connection
	 * @param chosen the permissions that must be there
	 * @return what was found; {@link TokenResult.Passed} with its token
	 */
	public TokenResult fresh(Connection connection, Set<MailPermission> chosen) {
		return check(connection, chosen, true);
	}

	private TokenResult check(Connection connection, Set<MailPermission> chosen, boolean fresh) {
		ClientId client = connection.application().clientId();
		Optional<CredentialVersion> newest = this.transaction
			.execute((status) -> this.credentials.newest(connection.id()));
		if (client == null || newest.isEmpty()) {
			return new TokenResult.NothingToCheck();
		}
		PassedCheck passed = connection.checked();
		boolean before = passed != null && passed.sequence() == newest.get().sequence()
				&& passed.permissions().containsAll(chosen);
		if (passed != null && before && !fresh) {
			return new TokenResult.Passed(passed, null);
		}
		Optional<Credential> value = this.transaction
			.execute((status) -> this.credentials.workingCopy(connection.id()));
		return value.isPresent()
				? ask(connection, new Question(client, value.get(), before ? 1 : TOKENS), newest.get(), chosen)
				: new TokenResult.ValueGone();
	}

	/**
	 * Asks once with a value that is not stored yet.
	 * @param tenant the organisation
	 * @param client the application
	 * @param credential the value
	 * @return the token
	 * @throws MicrosoftException if it is refused
	 */
	public AppToken ask(TenantId tenant, ClientId client, Credential credential) {
		return this.tokens.request(tenant, client, credential);
	}

	private TokenResult ask(Connection connection, Question question, CredentialVersion version,
			Set<MailPermission> chosen) {
		List<AppToken> answers;
		try {
			answers = several(connection.tenant(), question);
		}
		catch (MicrosoftException ex) {
			return new TokenResult.Refused(ex, version.createdAt());
		}
		return answers.stream()
			.flatMap((token) -> TokenUse.against(token, connection).stream())
			.<TokenResult>map((useless) -> useless)
			.findFirst()
			.orElseGet(() -> judge(answers, version, chosen));
	}

	private TokenResult judge(List<AppToken> answers, CredentialVersion version, Set<MailPermission> chosen) {
		Set<MailPermission> inAll = EnumSet.allOf(MailPermission.class);
		answers.forEach((token) -> inAll.removeIf((permission) -> !token.roles().contains(permission.role())));
		AppToken first = answers.getFirst();
		return inAll.containsAll(chosen)
				? new TokenResult.Passed(new PassedCheck(version.sequence(), this.clock.instant(), inAll), first)
				: new TokenResult.RolesMissing(inAll, first.servicePrincipal());
	}

	private List<AppToken> several(TenantId tenant, Question question) {
		try (ExecutorService threads = Executors.newCachedThreadPool()) {
			return IntStream.range(0, question.tokens())
				.mapToObj((ignored) -> CompletableFuture
					.supplyAsync(() -> ask(tenant, question.client(), question.value()), SameReference.in(threads)))
				.toList()
				.stream()
				.map(CompletableFuture::join)
				.toList();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof MicrosoftException refused) ? refused : ex;
		}
	}

	/**
	 * What is asked for.
	 *
	 * @param client the application
	 * @param value its credential
	 * @param tokens how many tokens
	 */
	private record Question(ClientId client, Credential value, int tokens) {

	}

}
