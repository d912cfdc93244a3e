package com.highstage.portal.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every word on a page comes from the message files, in every language.
 */
class MessagesTests {

	private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[(}]");

	private static final Pattern PREFIX_IN_TEMPLATE = Pattern.compile("'([a-z][A-Za-z0-9-]*(?:\\.[A-Za-z0-9-]+)*\\.)'");

	private static final Pattern PREFIX_WITH_DASHES = Pattern.compile("'([a-z-]+\\.)' \\+");

	private static final Pattern PREFIX_BEFORE_VARIABLE = Pattern.compile("#\\{\\|([a-z.-]+\\.)\\$\\{");

	private static final Pattern KEY_IN_SOURCE = Pattern.compile("\"\\{([a-z]+(?:\\.[a-z-]+)+)}\"");

	private static final Pattern PREFIX_IN_SOURCE = Pattern.compile("\"([a-z]+(?:\\.[a-z-]+)*\\.)\"");

	private static final Pattern DOTTED_IN_SOURCE = Pattern
		.compile("\"([a-z]+(?:-[a-z]+)*(?:\\.[a-z]+(?:-[a-z]+)*)+)\"");

	/** Settings, packages, other texts, hosts and files. */
	private static final Pattern NO_ACTION = Pattern
		.compile("(?:auth|com|invite|mail|os|portal|spring)\\..*|.*\\.(?:cn|com|csv|json|jwk|txt|us|zip)");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)[,}]");

	private static final Pattern NO_TEXT = Pattern.compile("<!--.*?-->|<[^>]*>", Pattern.DOTALL);

	private static final Pattern SPOKEN_ATTRIBUTE = Pattern
		.compile("\\s(?:title|alt|placeholder|aria-label)=\"[^\"]*\\p{L}");

	@ParameterizedTest
	@ValueSource(strings = { "_da", "_de" })
	void everyLanguageSaysTheSame(String language) throws IOException {
		for (String bundle : TemplateFiles.bundles()) {
			Properties english = TemplateFiles.words(bundle, "");
			Properties other = TemplateFiles.words(bundle, language);
			assertThat(other.stringPropertyNames()).as(bundle + language)
				.containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
			for (String key : english.stringPropertyNames()) {
				assertThat(placeholders(other.getProperty(key))).as(key + language)
					.isEqualTo(placeholders(english.getProperty(key)));
				assertThat(other.getProperty(key)).as(key + language).isNotBlank().doesNotContain("'");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "_da", "_de" })
	void aCodeIsNotSaidToBeMicrosoftsBecauseSomeAreOurs(String language) throws IOException {
		String bundle = TemplateFiles.bundles()
			.stream()
			.filter((each) -> each.endsWith("site"))
			.findFirst()
			.orElseThrow();
		assertThat(TemplateFiles.words(bundle, language).getProperty("site.problem.code")).isNotBlank()
			.doesNotContainIgnoringCase("microsoft");
	}

	@Test
	void everyKeyThatIsUsedExists() throws IOException {
		Set<String> used = TemplateFiles.found(TemplateFiles.templates(), KEY_IN_TEMPLATE);
		used.addAll(TemplateFiles.found(TemplateFiles.sources(), KEY_IN_SOURCE));
		assertThat(keys()).containsAll(used);
	}

	@Test
	void everythingThatIsWrittenDownHasAText() throws IOException {
		Set<String> actions = TemplateFiles.found(TemplateFiles.sources(), DOTTED_IN_SOURCE);
		actions.removeIf(NO_ACTION.asMatchPredicate());
		assertThat(actions).contains("sign-in.refused", "secret.requested", "audit.verified");
		assertThat(keys()).containsAll(actions.stream().map("audit."::concat).toList());
	}

	@Test
	void everyKeyThatExistsIsUsed() throws IOException {
		Set<String> used = TemplateFiles.found(TemplateFiles.templates(), KEY_IN_TEMPLATE);
		used.addAll(TemplateFiles.found(TemplateFiles.sources(), KEY_IN_SOURCE));
		Set<String> prefixes = TemplateFiles.found(TemplateFiles.templates(), PREFIX_IN_TEMPLATE);
		prefixes.addAll(TemplateFiles.found(TemplateFiles.templates(), PREFIX_WITH_DASHES));
		prefixes.addAll(TemplateFiles.found(TemplateFiles.templates(), PREFIX_BEFORE_VARIABLE));
		prefixes.addAll(TemplateFiles.found(TemplateFiles.sources(), PREFIX_IN_SOURCE));
		Set<String> unused = keys();
		unused.removeAll(used);
		unused.removeIf((key) -> prefixes.stream().anyMatch(key::startsWith) || key.startsWith("typeMismatch."));
		assertThat(unused).isEmpty();
	}

	@Test
	void templatesContainNoTextOfTheirOwn() throws IOException {
		for (Path template : TemplateFiles.templates()) {
			String source = Files.readString(template);
			assertThat(NO_TEXT.matcher(source).replaceAll("")).as(template.toString()).doesNotContainPattern("\\p{L}");
			assertThat(source).as(template.toString())
				.doesNotContainPattern(SPOKEN_ATTRIBUTE)
				.doesNotContain("th:utext", " style=", " onclick=", "[[", "[(")
				// a mail cannot link to its style sheet
				.doesNotContainPattern("<style(?! th:text=\"\\$\\{mail\\.style\\(\\)}\")")
				.doesNotContainPattern("<script(?![^>]*th:src)");
		}
	}

	private static Set<String> keys() throws IOException {
		Set<String> keys = new TreeSet<>();
		for (String bundle : TemplateFiles.bundles()) {
			keys.addAll(TemplateFiles.words(bundle, "").stringPropertyNames());
		}
		return keys;
	}

	private static Set<String> placeholders(String text) {
		Set<String> placeholders = new TreeSet<>();
		Matcher matcher = PLACEHOLDER.matcher(text);
		while (matcher.find()) {
			placeholders.add(matcher.group(1));
		}
		return placeholders;
	}

}
