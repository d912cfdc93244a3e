package com.highstage.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.web.util.HtmlUtils;

/**
 * Presses a page's primary button with the form's values as they stand.
 */
public final class Press {

	private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);

	private static final Pattern PRIMARY = Pattern.compile("<(\\w+)\\b([^>]*\\bid=\"continue\"[^>]*)>");

	private static final Pattern FIELD = Pattern.compile(
			"<(input|textarea)\\b([^>]*)>(?:([^<]*)</textarea>)?|<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL);

	private static final Pattern SELECTED = Pattern.compile("<option\\b([^>]*\\bselected[^>]*)>");

	private Press() {
	}

	/**
	 * Presses the button.
	 * @param surfer the browser
	 * @return the browser, on the next page
	 */
	public static Surfer primary(Surfer surfer) {
		return primary(surfer, Map.of());
	}

	/**
	 * Presses the button after something was typed.
	 * @param surfer the browser
	 * @param typed values by field
	 * @return the browser, on the next page
	 */
	public static Surfer primary(Surfer surfer, Map<String, String> typed) {
		String page = surfer.body();
		Matcher button = PRIMARY.matcher(page);
		if (!button.find()) {
			throw new IllegalStateException("No primary button on " + surfer.path() + "\n" + page);
		}
		if (button.group(1).equals("a")) {
			return surfer.open(attribute(button.group(2), "href"));
		}
		MatchResult form = FORM.matcher(page)
			.results()
			.filter((each) -> each.group(2).contains("id=\"continue\""))
			.findFirst()
			.orElseThrow();
		Map<String, String> fields = fields(form.group(2));
		fields.putAll(typed);
		return surfer.submit(attribute(form.group(1), "action"), fields);
	}

	private static Map<String, String> fields(String form) {
		Map<String, String> fields = new LinkedHashMap<>();
		FIELD.matcher(form).results().forEach((field) -> {
			if (field.group(1) == null) {
				Matcher option = SELECTED.matcher(field.group(5));
				if (option.find()) {
					fields.put(attribute(field.group(4), "name"), attribute(option.group(1), "value"));
				}
			}
			else if (isSent(field.group(2))) {
				String value = field.group(1).equals("textarea") ? field.group(3).strip()
						: attribute(field.group(2), "value");
				fields.merge(attribute(field.group(2), "name"), HtmlUtils.htmlUnescape(value),
						(first, second) -> first + "," + second);
			}
		});
		return fields;
	}

	private static boolean isSent(String attributes) {
		String type = attribute(attributes, "type");
		boolean chosen = !(type.equals("checkbox") || type.equals("radio")) || attributes.contains("checked");
		return chosen && !attribute(attributes, "name").isEmpty();
	}

	private static String attribute(String attributes, String name) {
		Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
		return matcher.find() ? HtmlUtils.htmlUnescape(matcher.group(1)) : "";
	}

}
