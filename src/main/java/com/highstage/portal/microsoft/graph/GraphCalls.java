package com.highstage.portal.microsoft.graph;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import com.highstage.portal.account.DelegatedTokens;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.MicrosoftException;
import com.highstage.portal.microsoft.http.CallLimits;
import com.highstage.portal.microsoft.http.Exchange;
import com.highstage.portal.microsoft.http.FailedCall;
import com.highstage.portal.microsoft.http.Service;
import com.highstage.portal.microsoft.http.Unanswered;
import com.highstage.portal.vault.Secret;

/**
 * Makes calls to Graph with a person's token, one at a time, each once; whatever goes
 * wrong becomes a {@link MicrosoftException}.
 */
@Component
class GraphCalls {

	private final ObjectProvider<GraphServiceClient> client;

	private final DelegatedTokens tokens;

	private final CallLimits limits;

	GraphCalls(ObjectProvider<GraphServiceClient> client, DelegatedTokens tokens, CallLimits limits) {
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
		Predicate<Failure> missing = (failure) -> failure.kind() == Failure.Kind.NOT_FOUND;
		try {
			return Optional.of(present(exchange, make(authority, exchange, missing, call)));
		}
		catch (MicrosoftException ex) {
			if (missing.test(ex.failure())) {
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
		return present(exchange, make(authority, exchange, (failure) -> false, call));
	}

	/**
	 * Makes a call that may answer with nothing.
	 * @param <T> the answer
	 * @param authority whose token, and whose limit of calls
	 * @param exchange the call
	 * @param call how the library makes it
	 * @return the answer, or empty if it has no body
	 */
	<T> Optional<T> offer(Authority authority, Exchange exchange,
			BiFunction<GraphServiceClient, GraphCall, @Nullable T> call) {
		return Optional.ofNullable(make(authority, exchange, (failure) -> false, call));
	}

	void send(Authority authority, Exchange exchange, BiConsumer<GraphServiceClient, GraphCall> call) {
		send(authority, exchange, (failure) -> false, call);
	}

	/**
	 * Makes a call whose answer says nothing.
	 * @param authority whose token, and whose limit of calls
	 * @param exchange the call
	 * @param reached failures that say that the wanted state is there already
	 * @param call how the library makes it
	 */
	void send(Authority authority, Exchange exchange, Predicate<Failure> reached,
			BiConsumer<GraphServiceClient, GraphCall> call) {
		try {
			make(authority, exchange, reached, (graph, option) -> {
				call.accept(graph, option);
				return null;
			});
		}
		catch (MicrosoftException ex) {
			if (!reached.test(ex.failure())) {
				throw ex;
			}
		}
	}

	private <T> @Nullable T make(Authority authority, Exchange exchange, Predicate<Failure> expected,
			BiFunction<GraphServiceClient, GraphCall, @Nullable T> call) {
		Secret token = this.tokens.find(authority.signIn(), authority.resource())
			.orElseThrow(() -> FailedCall.of(exchange, Unanswered.withoutToken(exchange), expected));
		return this.limits.within(authority.limit(), Service.GRAPH, exchange, () -> {
			try {
				return call.apply(this.client.getObject(), new GraphCall(exchange, token));
			}
			catch (RuntimeException ex) {
				throw FailedCall.of(exchange, failure(exchange, ex), expected);
			}
		});
	}

	private static <T> T present(Exchange exchange, @Nullable T answer) {
		if (answer == null) {
			throw FailedCall.of(exchange, Unanswered.unreadable(exchange, "empty"), (failure) -> false);
		}
		return answer;
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

}
