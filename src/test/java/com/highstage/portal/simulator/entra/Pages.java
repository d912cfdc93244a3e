package com.highstage.portal.simulator.entra;

import java.util.Locale;
import java.util.Map;

import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The simulator's own pages.
 */
public final class Pages {

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	public Pages() {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("simulator/pages/");
		resolver.setSuffix(".html");
		resolver.setTemplateMode(TemplateMode.HTML);
		resolver.setCharacterEncoding("UTF-8");
		this.engine.setTemplateResolver(resolver);
	}

	public String render(String page, Map<String, Object> values) {
		return this.engine.process(page, new Context(Locale.ENGLISH, values));
	}

}
