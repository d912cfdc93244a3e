package com.highstage.portal.onboarding.web;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import com.highstage.portal.account.MicrosoftProperties;
import com.highstage.portal.account.Person;
import com.highstage.portal.account.Refusals;
import com.highstage.portal.mailbox.MailboxLookUp;
import com.highstage.portal.mailbox.Scripts;
import com.highstage.portal.microsoft.Delegation;
import com.highstage.portal.microsoft.exchange.Mailboxes;
import com.highstage.portal.onboarding.DonePages;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Leaving;
import com.highstage.portal.onboarding.MailboxList;
import com.highstage.portal.onboarding.MailboxLists;
import com.highstage.portal.onboarding.Overview;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.site.Visitor;
import com.highstage.portal.site.Visitors;
import com.highstage.portal.tenant.MailboxAddress;

/**
 * The pages alone, in front of a journey that stands where a test puts it.
 */
@ImportAutoConfiguration({ ConfigurationPropertiesAutoConfiguration.class, MessageSourceAutoConfiguration.class,
		PropertyPlaceholderAutoConfiguration.class, HttpEncodingAutoConfiguration.class,
		ThymeleafAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class,
		ValidationAutoConfiguration.class, DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class,
		ErrorMvcAutoConfiguration.class })
@EnableConfigurationProperties({ MicrosoftProperties.class, PortalProperties.class })
@ComponentScan({ "com.highstage.portal.site", "com.highstage.portal.onboarding.web" })
class PagesApplication {

	@Bean
	StandingJourney journey() {
		return new StandingJourney();
	}

	@Bean
	DonePages donePages(StandingJourney journey) {
		return (person) -> Optional.of(journey.known(person))
			.filter((overview) -> overview.next() instanceof Overview.Next.DonePage)
			.map(Journeys::donePage);
	}

	@Bean
	MailboxLists mailboxLists() {
		return new MailboxLists() {
			@Override
			public MailboxList of(Person person) {
				return Journeys.mailboxes();
			}

			@Override
			public Leaving leaving(Person person) {
				return Journeys.leaving();
			}

			@Override
			public Optional<Journey.ClosedAnswer> closed(Person person) {
				return Optional.of(new Journey.ClosedAnswer.Later(new MailboxAddress("admin@contoso.example")));
			}

			@Override
			public Optional<Scripts.Script> script(Person person) {
				return Optional.of(new Scripts.Script("highstage-mailboxes.ps1", "Connect-ExchangeOnline\n", "00ff"));
			}
		};
	}

	@Bean
	MailboxLookUp mailboxLookUp() {
		return new MailboxLookUp() {
			@Override
			public List<Mailboxes.Mailbox> search(Delegation delegation, String text) {
				return List.of();
			}

			@Override
			public Map<MailboxAddress, Answer> look(Delegation delegation, Collection<MailboxAddress> addresses) {
				return Map.of();
			}
		};
	}

	@Bean
	NoMails noMails() {
		return new NoMails();
	}

	@Bean
	Refusals refusals() {
		return (signIn, resource) -> Optional.empty();
	}

	@Bean
	Clock clock() {
		return Clock.fixed(Journeys.NOW, ZoneOffset.UTC);
	}

	@Bean
	Visitors visitors() {
		return (request) -> Optional.of(new Visitor(Journeys.PERSON.name(), Journeys.PERSON.organisationName(), false))
			.filter((visitor) -> request.getRequestURI().startsWith("/onboarding"));
	}

	@Bean
	WebMvcConfigurer persons() {
		return new WebMvcConfigurer() {
			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new SignedInPerson());
			}
		};
	}

	private static final class SignedInPerson implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == Person.class || parameter.isOptional();
		}

		@Override
		public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
			return parameter.isOptional() ? Optional.empty() : Journeys.PERSON;
		}

	}

}
