package com.highstage.portal.notification.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

import org.springframework.context.support.GenericApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;

import com.highstage.portal.site.PortalProperties;

/**
 * The real templates and words of mails, for tests without a Spring context.
 */
final class TestLetters {

	static final PortalProperties PORTAL = new PortalProperties(URI.create("https://portal.example"));

	private TestLetters() {
	}

	static Letters letters() {
		ResourceBundleMessageSource words = new ResourceBundleMessageSource();
		words.setBasenames("messages/site", "messages/mail", "messages/drift", "messages/explain",
				"messages/invitation", "messages/operator-actions");
		words.setDefaultEncoding("UTF-8");
		words.setFallbackToSystemLocale(false);
		GenericApplicationContext context = new GenericApplicationContext();
		context.refresh();
		SpringResourceTemplateResolver pages = new SpringResourceTemplateResolver();
		pages.setApplicationContext(context);
		pages.setPrefix("classpath:/templates/");
		pages.setSuffix(".html");
		pages.setCharacterEncoding("UTF-8");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateEngineMessageSource(words);
		engine.addTemplateResolver(pages);
		engine.addTemplateResolver(new DeliveryConfiguration().mailTextTemplates(context));
		try {
			return new Letters(engine, PORTAL, PostOffice.PROPERTIES);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
