package com.highstage.portal.site;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import nu.validator.client.EmbeddedValidator;
import nu.validator.client.EmbeddedValidator.OutputFormat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlTests {

	private static final String RIGHT = page("<p lang=\"da\">Rødgrød</p>");

	private static final String WRONG = page("<ul><p id=\"a\">one<p id=\"a\"></ul><img src=\"x y\"><div data-x");

	@Test
	void onePageLeavesNothingBehindForTheNext() {
		List<String> first = Html.errors(WRONG);
		assertThat(first).hasSizeGreaterThan(3);
		assertThat(Html.errors(RIGHT)).isEmpty();
		assertThat(Html.errors(WRONG)).isEqualTo(first);
	}

	@Test
	void itSaysWhatACheckerThatIsMadeForOnePageSays() throws Exception {
		EmbeddedValidator checker = new EmbeddedValidator();
		checker.setOutputFormat(OutputFormat.GNU);
		checker.setNoLangDetect(true);
		assertThat(Html.errors(WRONG))
			.isEqualTo(checker.validate(new ByteArrayInputStream(WRONG.getBytes(StandardCharsets.UTF_8)))
				.lines()
				.filter((line) -> line.contains("error:"))
				.toList());
	}

	private static String page(String body) {
		return """
				<!DOCTYPE html>
				<html lang="en">
				<head><title>Page</title></head>
				<body>%s</body>
				</html>
				""".formatted(body);
	}

}
