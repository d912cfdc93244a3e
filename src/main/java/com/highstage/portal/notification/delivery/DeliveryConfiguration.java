package com.highstage.portal.notification.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * The tasks of the alarm clock that concern mails, and the templates of their plain text.
 */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

	private static final Duration AFTER_DEFECT = Duration.ofSeconds(5);

	private static final Duration FORGETTING = Duration.ofHours(6);

	@Bean
	Task<Void> mailTask(Postman postman) {
		return Tasks.custom(ScheduledOutbox.TASK, Void.class)
			.onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(AFTER_DEFECT))
			.onDeadExecutionRevive()
			.execute((instance, context) -> completion(postman.deliver(UUID.fromString(instance.getId()))));
	}

	@Bean
	Task<Void> forgetMailsTask(Postman postman) {
		return Tasks.recurring("forget-mails", FixedDelay.of(FORGETTING))
			.execute((instance, context) -> postman.forgetOld());
	}

	@Bean
	SpringResourceTemplateResolver mailTextTemplates(ApplicationContext context) {
		SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
		resolver.setApplicationContext(context);
		resolver.setPrefix("classpath:/templates/");
		resolver.setResolvablePatterns(Set.of("mail/*.txt"));
		resolver.setTemplateMode(TemplateMode.TEXT);
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		resolver.setOrder(1);
		return resolver;
	}

	private static CompletionHandler<Void> completion(Optional<Instant> comeBack) {
		return comeBack
			.<CompletionHandler<Void>>map((at) -> (complete, operations) -> operations.reschedule(complete, at))
			.orElseGet(CompletionHandler.OnCompleteRemove::new);
	}

}
