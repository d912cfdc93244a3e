package com.highstage.portal.site;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import nu.validator.client.EmbeddedValidator;
import nu.validator.messages.GnuMessageEmitter;
import nu.validator.messages.MessageEmitterAdapter;
import nu.validator.servlet.imagereview.ImageCollector;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Asks the Nu HTML checker about a page. Its {@link EmbeddedValidator} reads the grammar
 * of HTML anew for each page, which takes far longer than the page; here it is read once.
 */
public final class Html {

	private static final SimpleDocumentValidator CHECKER = checker();

	private Html() {
	}

	/**
	 * What is wrong with a page.
	 * @param page the page's source
	 * @return the checker's errors, one per line; empty if there are none
	 */
	public static List<String> errors(String page) {
		ByteArrayOutputStream found = new ByteArrayOutputStream();
		try {
			check(page, found);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (SAXException ex) {
			throw new IllegalStateException(ex);
		}
		return found.toString(StandardCharsets.UTF_8).lines().filter((line) -> line.contains("error:")).toList();
	}

	private static void check(String page, ByteArrayOutputStream found) throws IOException, SAXException {
		synchronized (CHECKER) {
			MessageEmitterAdapter messages = new MessageEmitterAdapter(null, CHECKER.getSourceCode(), true,
					new ImageCollector(CHECKER.getSourceCode()), 0, true, new GnuMessageEmitter(found, false));
			messages.setErrorsOnly(false);
			messages.setHtml(true);
			messages.start(null);
			CHECKER.setUpValidatorAndParsers(messages, false, false);
			CHECKER
				.checkHtmlInputSource(new InputSource(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))));
			messages.end("", "", "");
		}
	}

	private static SimpleDocumentValidator checker() {
		// languages are not guessed
		SimpleDocumentValidator checker = new SimpleDocumentValidator(true, false, false);
		try {
			checker.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, new SystemErrErrorHandler());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return checker;
	}

}
