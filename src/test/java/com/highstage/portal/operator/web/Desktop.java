package com.highstage.portal.operator.web;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.Surfer;
import com.highstage.portal.database.Emptying;
import com.highstage.portal.site.Html;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What tests of the operators' pages share.
 */
final class Desktop {

	private static final Pattern PRESS = Pattern.compile("name=\"press\"[^>]*value=\"([^\"]+)\"");

	private Desktop() {
	}

	static void clear(JdbcClient jdbc) {
		Emptying.of(jdbc, List.of("customer_note", "customer_link", "desk_term", "desk_row", "customer",
				"operator_press", "undelivered_alert", "invitation_import_line", "invitation_import"));
	}

	static String press(Surfer surfer) {
		Matcher press = PRESS.matcher(surfer.body());
		assertThat(press.find()).as(surfer.body()).isTrue();
		return press.group(1);
	}

	/**
	 * Looks at a page in every language, English last.
	 * @param surfer who looks
	 * @return who looks
	 */
	static Surfer everyLanguage(Surfer surfer) {
		String path = surfer.path();
		for (String language : List.of("da", "de", "en")) {
			surfer.submit("/language", Map.of("language", language, "then", path));
			surfer.open(path);
			assertThat(surfer.status()).as(path).isEqualTo(200);
			assertThat(surfer.body()).as(path).contains("<html lang=\"" + language + "\"").doesNotContain("??");
			assertThat(Html.errors(surfer.body())).as(path).isEmpty();
		}
		return surfer;
	}

}
