package com.highstage.portal.microsoft.graph;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.DelegatedTokens;
import com.highstage.portal.account.Resource;
import com.highstage.portal.account.SignInId;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.microsoft.http.CallLimits;
import com.highstage.portal.microsoft.http.Exchange;
import com.highstage.portal.microsoft.http.Unanswered;
import com.highstage.portal.vault.Secret;

/**
 * Makes calls to Graph with a person's token, one at a time, each once; whatever goes
 * wrong becomes a {@link MicrosoftException}.
 */
@Component
class GraphCalls {

	private static final Logger LOG = LoggerFactory.getLogger(GraphCalls.class);

	private final GraphServiceClient client;

	private final DelegatedTokens tokens;

	private final CallLimits limits;

	GraphCalls(GraphServiceClient client, DelegatedTokens tokens, CallLimits limits) {
		this.client = client;
		this.tokens = tokens;
		this.limits = limits;
	}

	/**
	 * Asks for something that may not exist.
	 * @param <T> what is found
	 * @param authority whose token, and whose limit of calls
	 * @param exchange the call
	 * @param call how the library makes it
	 * @return what was found, or empty if Graph said 404
	 */
	<T> Optional<T> find(Authority authority, Exchange exchange, BiFunction<GraphServiceClient, GraphCall, T> call) {
		try {
			return Optional.of(answer(authority, exchange, call));
		}
		catch (MicrosoftException ex) {
			if (ex.failure().kind() == Failure.Kind.NOT_FOUND) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	/**
	 * Makes a call that answers with something.
	 * @param <T> the answer
	 * @param authority whose token, and whose limit of calls
	 * @param exchange the call
	 * @param call how the library makes it; runs into an exception if the answer lacks
	 * what it must have
	 * @return the answer
	 */
	<T> T answer(Authority authority, Exchange exchange, BiFunction<GraphServiceClient, GraphCall, T> call) {
		T answer = make(authority, exchange, call);
		if (answer == null) {
			throw failed(exchange, Unanswered.unreadable(exchange, "empty"));
		}
		return answer;
	}

	/**
	 * Makes a call whose answer says nothing.
	 * @param authority whose token, and whose limit of calls
	 * @param exchange the call
	 * @param call how the library makes it
	 */
	void send(Authority authority, Exchange exchange, BiConsumer<GraphServiceClient, GraphCall> call) {
		make(authority, exchange, (graph, option) -> {
			call.accept(graph, option);
			return Boolean.TRUE;
		});
	}

	<T> @Nullable T make(Authority authority, Exchange exchange,
			BiFunction<GraphServiceClient, GraphCall, @Nullable T> call) {
		Secret token = this.tokens.find(authority.signIn(), authority.resource())
			.orElseThrow(() -> failed(exchange, noToken(exchange)));
		return this.limits.within(authority.limit(), exchange, () -> attempt(exchange, token, call));
	}

	/**
	 * Reads an answer that has arrived.
	 * @param <T> what is read
	 * @param exchange the call
	 * @param reading runs into an exception if the answer lacks what it must have
	 * @return what was read
	 */
	<T> T understand(Exchange exchange, Supplier<T> reading) {
		try {
			return reading.get();
		}
		catch (RuntimeException ex) {
			throw failed(exchange, failure(exchange, ex));
		}
	}

	private <T> @Nullable T attempt(Exchange exchange, Secret token,
			BiFunction<GraphServiceClient, GraphCall, @Nullable T> call) {
		try {
			return call.apply(this.client, new GraphCall(exchange, token));
		}
		catch (RuntimeException ex) {
			throw failed(exchange, failure(exchange, ex));
		}
	}

	private static Failure failure(Exchange exchange, RuntimeException problem) {
		if (problem.getCause() instanceof GraphConversation.GraphRefusedException refused) {
			return refused.failure();
		}
		if (problem.getCause() instanceof IOException lost) {
			return Unanswered.because(exchange, lost);
		}
		if (exchange.status() == 0) {
			throw problem;
		}
		return Unanswered.unreadable(exchange, problem.getClass().getSimpleName());
	}

	private static MicrosoftException failed(Exchange exchange, Failure failure) {
		LOG.atLevel((failure.status() == 404) ? Level.DEBUG : Level.WARN)
			.log("{} failed: {} {} {} {} request-id {} client-request-id {}", exchange.name(), failure.kind(),
					failure.status(), failure.code(), failure.details(), failure.reference(),
					exchange.clientRequestId());
		return new MicrosoftException(failure);
	}

	private static Failure noToken(Exchange exchange) {
		return new Failure(Failure.Kind.SIGN_IN_AGAIN, 0, "NoToken", List.of(), null, "", exchange.clientRequestId(),
				null);
	}

	/**
	 * Whose token a call carries.
	 *
	 * @param signIn the sign-in
	 * @param resource the scopes it needs
	 * @param limit whose limit of simultaneous calls counts
	 */
	record Authority(SignInId signIn, Resource resource, Object limit) {

		static Authority profile(Delegation delegation) {
			return new Authority(delegation.signIn(), Resource.GRAPH_PROFILE, delegation.tenant());
		}

		static Authority applications(Delegation delegation) {
			return new Authority(delegation.signIn(), Resource.GRAPH_APPLICATIONS, delegation.tenant());
		}

	}

}
