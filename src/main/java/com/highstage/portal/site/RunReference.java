package com.highstage.portal.site;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Gives each run of the background work a reference of its own, and names its task.
 */
@Component
class RunReference implements ExecutionInterceptor {

	private static final String TASK = "task";

	@Override
	public CompletionHandler<?> execute(TaskInstance<?> instance, ExecutionContext context, ExecutionChain chain) {
		MDC.put(RequestReference.NAME, RequestReference.next());
		MDC.put(TASK, instance.getTaskName());
		try {
			return chain.proceed(instance, context);
		}
		finally {
			MDC.remove(TASK);
			MDC.remove(RequestReference.NAME);
		}
	}

}
