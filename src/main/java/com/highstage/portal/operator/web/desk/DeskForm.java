package com.highstage.portal.operator.web.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

import com.highstage.portal.operator.CustomerState;
import com.highstage.portal.operator.Desk.Place;
import com.highstage.portal.operator.DeskQuery;

/**
 * What stands in the address of the list. What is not understood counts as not said, so
 * that an old bookmark still opens.
 *
 * @param q what is looked for
 * @param state a state or a group of states
 * @param stuck for how long nothing moved
 * @param expires how soon the secret ends
 * @param unmatched whether only those who are not matched
 * @param sort the order
 * @param after the mark of the row before the page
 * @param before the mark of the row after the page
 * @param calendar whether the calendar shows weeks
 */
record DeskForm(@Nullable String q, @Nullable String state, @Nullable String stuck, @Nullable String expires,
		@BindParam("match") @Nullable String unmatched, @Nullable String sort, @Nullable String after,
		@Nullable String before, @Nullable String calendar) {

	private static final int LONGEST = 200;

	/**
	 * What is asked for.
	 * @return the query; its order is by name if none is said
	 */
	public DeskQuery query() {
		DeskQuery.Sort order = value(DeskQuery.Sort.class, this.sort);
		return new DeskQuery(text(), value(CustomerState.class, this.state),
				value(CustomerState.Group.class, this.state), value(DeskQuery.Stuck.class, this.stuck),
				value(DeskQuery.Secret.class, this.expires), isUnmatched(),
				(order != null) ? order : DeskQuery.Sort.NAME);
	}

	Place place() {
		if (this.before != null && !this.before.isBlank()) {
			return new Place(this.before, true);
		}
		return (this.after != null) ? new Place(this.after, false) : Place.FIRST;
	}

	public String text() {
		String typed = (this.q != null) ? this.q.strip() : "";
		return typed.substring(0, Math.min(LONGEST, typed.length()));
	}

	public boolean isUnmatched() {
		return this.unmatched != null && !this.unmatched.isBlank();
	}

	public boolean isWeekly() {
		return "weeks".equals(this.calendar);
	}

	/**
	 * Whether anything narrows the list.
	 * @return false if it shows everybody
	 */
	public boolean isFiltered() {
		DeskQuery all = DeskQuery.ALL;
		DeskQuery query = query();
		return !new DeskQuery(query.text(), query.state(), query.group(), query.stuck(), query.secret(),
				query.unmatched(), all.sort())
			.equals(all);
	}

	/**
	 * The address of a page with the same filters.
	 * @param path the page
	 * @return a local address, without a place in the list
	 */
	public String address(String path) {
		return join(path, parameters());
	}

	/**
	 * The address of a page with the same filters and the same place in the list.
	 * @param path the page
	 * @return a local address
	 */
	public String here(String path) {
		Place place = place();
		return place.mark().isBlank() ? address(path) : at(path, place.backwards() ? "before" : "after", place.mark());
	}

	/**
	 * The address of another page of the list.
	 * @param path the page
	 * @param direction {@code after} or {@code before}
	 * @param mark the mark
	 * @return a local address
	 */
	public String at(String path, String direction, String mark) {
		Map<String, Object> parameters = parameters();
		parameters.put(direction, mark);
		return join(path, parameters);
	}

	/**
	 * The address of the list with one thing said otherwise, at its beginning.
	 * @param name the parameter
	 * @param value what is said instead; empty for nothing
	 * @return a local address
	 */
	public String with(String name, String value) {
		Map<String, Object> parameters = parameters();
		parameters.put(name, value);
		return join("/operator", parameters);
	}

	private Map<String, Object> parameters() {
		DeskQuery query = query();
		Object standing = (query.state() != null) ? query.state() : query.group();
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("q", query.text());
		parameters.put("state", (standing != null) ? standing : "");
		parameters.put("stuck", (query.stuck() != null) ? query.stuck() : "");
		parameters.put("expires", (query.secret() != null) ? query.secret() : "");
		parameters.put("match", query.unmatched() ? "needed" : "");
		parameters.put("sort", (query.sort() != DeskQuery.Sort.NAME) ? query.sort() : "");
		parameters.put("calendar", isWeekly() ? "weeks" : "");
		return parameters;
	}

	private static String join(String path, Map<String, Object> parameters) {
		StringJoiner address = new StringJoiner("&", path + "?", "").setEmptyValue(path);
		parameters.forEach((name, value) -> {
			if (!value.toString().isEmpty()) {
				address.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
			}
		});
		return address.toString();
	}

	private static <E extends Enum<E>> @Nullable E value(Class<E> type, @Nullable String name) {
		String wanted = (name != null) ? name.strip().toUpperCase(Locale.ROOT) : "";
		return Arrays.stream(type.getEnumConstants())
			.filter((each) -> each.name().equals(wanted))
			.findFirst()
			.orElse(null);
	}

}
