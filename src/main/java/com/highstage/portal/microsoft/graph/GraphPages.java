package com.highstage.portal.microsoft.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.microsoft.graph.models.BaseCollectionPaginationCountResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.highstage.portal.microsoft.http.CallProperties;
import com.highstage.portal.microsoft.http.Effect;
import com.highstage.portal.microsoft.http.Exchange;

/**
 * Reads lists that come in pages, so many and no more.
 */
@Component
class GraphPages {

	private final GraphCalls calls;

	private final int most;

	GraphPages(GraphCalls calls, CallProperties properties) {
		this.calls = calls;
		this.most = properties.mostPages();
	}

	<P extends BaseCollectionPaginationCountResponse, T> List<T> read(Authority authority, String name, Page<P> page,
			Function<P, List<T>> items) {
		List<T> all = new ArrayList<>();
		String next = null;
		for (int count = 0; count < this.most && (count == 0 || next != null); count++) {
			String from = next;
			P found = this.calls.answer(authority, new Exchange(name, Effect.NONE), (graph, call) -> {
				P answer = page.get(graph, call, from);
				all.addAll(items.apply(answer));
				return answer;
			});
			next = found.getOdataNextLink();
		}
		return all;
	}

	/**
	 * One page of a list.
	 *
	 * @param <P> the library's type of the answer
	 */
	@FunctionalInterface
	interface Page<P> {

		P get(GraphServiceClient graph, GraphCall call, @Nullable String next);

	}

}
