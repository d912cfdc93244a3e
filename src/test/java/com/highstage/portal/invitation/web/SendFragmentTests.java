package com.highstage.portal.invitation.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.highstage.portal.invitation.ColleagueMails.Reason;
import com.highstage.portal.invitation.SendForm;
import com.highstage.portal.invitation.SendResult;
import com.highstage.portal.notification.Delivery;
import com.highstage.portal.notification.Delivery.State;
import com.highstage.portal.notification.MailAddress;
import com.highstage.portal.notification.RenderedMail;
import com.highstage.portal.site.Language;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = SendFragmentTests.Pages.class)
@AutoConfigureMockMvc(addFilters = false)
class SendFragmentTests {

	private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

	@Autowired
	private MockMvcTester browser;

	@ParameterizedTest
	@EnumSource(Language.class)
	void theFormAsksForAnAddressWhereMailsCanBeSent(Language language) {
		assertThat(get("/form?canSend=true", language))
			.contains("name=\"address\"", "name=\"note\"", "id=\"continue\"",
					"action=\"/onboarding/colleague/mailboxes\"")
			.doesNotContain("??");
		assertThat(get("/form?canSend=false", language)).contains("id=\"continue\"")
			.doesNotContain("name=\"address\"", "??");
	}

	@ParameterizedTest
	@EnumSource(Language.class)
	void aMailOnItsWayIsNamed(Language language) {
		assertThat(get("/sent", language)).contains("anna@example.com")
			.doesNotContain("??", "textarea", "portal.example");
	}

	@ParameterizedTest
	@EnumSource(Reason.class)
	void whatIsToBeCopiedIsShownWhole(Reason reason) {
		for (Language language : Language.values()) {
			assertThat(get("/copy?reason=" + reason, language))
				.contains("https://portal.example/link/x", "&lt;b&gt;Subject", "Text &amp; more",
						"data-copy=\"mail-text\"")
				.doesNotContain("??", "<b>");
		}
	}

	@ParameterizedTest
	@EnumSource(State.class)
	void whatBecameOfAMailIsTold(State state) {
		for (Language language : Language.values()) {
			String page = get("/deliveries?state=" + state, language);
			assertThat(page).contains("anna@example.com").doesNotContain("??", "<i>");
			assertThat(page.contains("550 no &lt;i&gt;")).isEqualTo(state != State.SENT);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "anna", "a@example.com, b@example.com" })
	void aWrongAddressIsSaidAtItsField(String address) {
		assertThat(this.browser.post().uri("/form").param("address", address).param("note", "<b>")).bodyText()
			.contains("Please enter one mail address", "id=\"address-error\"", "value=\"&lt;b&gt;\"");
	}

	private String get(String path, Language language) {
		return new String(
				this.browser.get().uri(path).locale(language.locale()).exchange().getResponse().getContentAsByteArray(),
				StandardCharsets.UTF_8);
	}

	@ImportAutoConfiguration({ ConfigurationPropertiesAutoConfiguration.class, MessageSourceAutoConfiguration.class,
			ThymeleafAutoConfiguration.class, ValidationAutoConfiguration.class,
			DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class })
	@ComponentScan("com.highstage.portal.site.web")
	@Import(Fragments.class)
	static class Pages {

	}

	/** Shows each fragment alone. */
	@Controller
	static class Fragments {

		private static final String FORM = "invitation/send :: form(action='/onboarding/colleague/mailboxes')";

		@GetMapping("/form")
		String form(@RequestParam boolean canSend, Model model) {
			model.addAttribute("send", SendForm.empty());
			model.addAttribute("canSend", canSend);
			return FORM;
		}

		@PostMapping("/form")
		String send(@Valid @ModelAttribute("send") SendForm form, BindingResult errors, Model model) {
			model.addAttribute("canSend", true);
			return FORM;
		}

		@GetMapping("/sent")
		String sent(Model model) {
			return result(delivery(State.QUEUED), null, null, model);
		}

		@GetMapping("/copy")
		String copy(@RequestParam Reason reason, Model model) {
			return result(null, new RenderedMail("<b>Subject", "Text & more\n", ""), reason, model);
		}

		private static String result(@Nullable Delivery delivery, @Nullable RenderedMail mail, @Nullable Reason reason,
				Model model) {
			model.addAttribute("sent",
					new SendResult(delivery, mail, reason, URI.create("https://portal.example/link/x"), NOON));
			return "invitation/send :: result(sent=${sent})";
		}

		@GetMapping("/deliveries")
		String deliveries(@RequestParam State state, Model model) {
			model.addAttribute("deliveries", List.of(delivery(state)));
			return "invitation/send :: deliveries(deliveries=${deliveries})";
		}

		private static Delivery delivery(State state) {
			return new Delivery(UUID.randomUUID(), new MailAddress("anna@example.com"), "x", state, NOON, NOON, 1, null,
					"550 no <i>");
		}

	}

}
