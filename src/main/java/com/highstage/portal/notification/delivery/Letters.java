package com.highstage.portal.notification.delivery;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import com.highstage.portal.notification.Letter;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.NotificationProperties;
import com.highstage.portal.notification.RenderedMail;
import com.highstage.portal.site.PortalProperties;
import com.highstage.portal.tenant.MailboxAddress;
import com.highstage.portal.tenant.PlainName;

/**
 * Writes mails. What came from strangers cannot bring lines, hidden characters or links
 * of its own into one.
 */
@Component
class Letters {

	private static final Pattern MORE_THAN_ONE_BLANK_LINE = Pattern.compile("\\n{3,}");

	private final ITemplateEngine templates;

	private final PortalProperties portal;

	private final String replyTo;

	private final String style;

	Letters(ITemplateEngine templates, PortalProperties portal, NotificationProperties properties) throws IOException {
		this.templates = templates;
		this.portal = portal;
		this.replyTo = (properties.replyTo() != null) ? properties.replyTo().value() : "";
		this.style = new ClassPathResource("templates/mail/mail.css").getContentAsString(StandardCharsets.UTF_8);
	}

	RenderedMail write(Letter letter) {
		Context context = context(letter, PlainWords::of);
		String text = plain(letter, context);
		// whatever names are called, our own words are to be in sight
		String subject = plain(letter, context(letter, PlainWords::inSubject));
		return new RenderedMail(new PlainName(subject.substring(0, subject.indexOf('\n'))).value(),
				text.substring(text.indexOf('\n')).strip() + "\n",
				this.templates.process("mail/" + letter.template(), context));
	}

	private String plain(Letter letter, Context context) {
		String text = this.templates.process("mail/" + letter.template() + ".txt", context);
		return MORE_THAN_ONE_BLANK_LINE.matcher(text).replaceAll("\n\n");
	}

	private Context context(Letter letter, UnaryOperator<String> words) {
		Context context = new Context(letter.language().locale());
		letter.values().forEach((name, value) -> context.setVariable(name, harmless(value, words)));
		context.setVariable("mail", new MailContext(letter.language(), this.portal.url(), this.replyTo, this.style));
		return context;
	}

	private Object harmless(Object value, UnaryOperator<String> words) {
		return switch (value) {
			case String text -> words.apply(text);
			case List<?> list -> list.stream().map((each) -> harmless(each, words)).toList();
			case Map<?, ?> parts -> parts.entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, (part) -> harmless(part.getValue(), words)));
			case MailboxAddress address -> address.value();
			case MailAddress address -> address.value();
			case URI address when isOurs(address) -> address.toString();
			case Instant at -> at;
			case Number number -> number;
			case Enum<?> constant -> constant;
			default -> throw new IllegalArgumentException("a mail has no place for " + value.getClass());
		};
	}

	private boolean isOurs(URI address) {
		URI portal = this.portal.url();
		return portal.getScheme().equals(address.getScheme())
				&& portal.getRawAuthority().equals(address.getRawAuthority());
	}

}
