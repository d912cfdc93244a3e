package com.highstage.portal.mailbox;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class WorkQueueTests {

	private final Queue<Integer> done = new ConcurrentLinkedQueue<>();

	@Test
	void everyItemIsWorkedOnOnce() {
		List<Integer> items = IntStream.range(0, 1000).boxed().toList();
		new WorkQueue<>(items, this.done::add).run(8);
		assertThat(this.done).containsExactlyInAnyOrderElementsOf(items);
	}

	@Test
	void nothingToDoTakesNoThread() {
		new WorkQueue<>(List.<Integer>of(), this.done::add).run(8);
		assertThat(this.done).isEmpty();
	}

	@Test
	void theFirstExceptionStopsWhatHasNotBegun() {
		WorkQueue<Integer> queue = new WorkQueue<>(List.of(1, 2, 3), (item) -> {
			if (item == 2) {
				throw new IllegalStateException("two");
			}
			this.done.add(item);
		});
		assertThatIllegalStateException().isThrownBy(() -> queue.run(1)).withMessage("two");
		assertThat(this.done).containsExactly(1);
	}

	@Test
	void whatRunsEndsAndTheFirstExceptionIsKept() {
		WorkQueue<Integer> queue = new WorkQueue<>(List.of(1, 2, 3, 4, 5, 6, 7, 8), (item) -> {
			this.done.add(item);
			throw new IllegalStateException(String.valueOf(item));
		});
		assertThatIllegalStateException().isThrownBy(() -> queue.run(4))
			.satisfies((ex) -> assertThat(this.done).contains(Integer.valueOf(String.valueOf(ex.getMessage()))));
		assertThat(this.done).hasSizeLessThanOrEqualTo(4);
	}

}
