package com.highstage.portal.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import nu.validator.client.EmbeddedValidator;
import nu.validator.client.EmbeddedValidator.OutputFormat;
import org.xml.sax.SAXException;

/**
 * Asks the Nu HTML checker about a page.
 */
public final class Html {

	private Html() {
	}

	/**
	 * What is wrong with a page.
	 * @param page the page's source
	 * @return the checker's errors, one per line; empty if there are none
	 */
	public static List<String> errors(String page) {
		EmbeddedValidator checker = new EmbeddedValidator();
		checker.setOutputFormat(OutputFormat.GNU);
		checker.setNoLangDetect(true);
		try {
			return checker.validate(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)))
				.lines()
				.filter((line) -> line.contains("error:"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (SAXException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
