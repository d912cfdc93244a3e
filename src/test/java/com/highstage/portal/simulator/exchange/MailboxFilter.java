package com.highstage.portal.simulator.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.highstage.portal.simulator.model.ExchangeMailbox;

/**
 * The simple part of OPATH, the language of {@code -Filter}: comparisons of properties
 * joined by {@code -and} or by {@code -or}.
 */
final class MailboxFilter {

	private static final Pattern COMPARISON = Pattern.compile(
			"\\s*(\\w+)\\s+-(eq|ne|like|notlike)\\s+(?:'((?:[^']|'')*)'|\"([^\"]*)\")\\s*(?:-(?<joint>and|or)\\b)?",
			Pattern.CASE_INSENSITIVE);

	private static final Map<String, Function<ExchangeMailbox, List<String>>> PROPERTIES = Map.of("displayname",
			(one) -> List.of(one.properties().name()), "alias", (one) -> List.of(one.properties().alias()),
			"primarysmtpaddress", (one) -> List.of(one.address()), "userprincipalname",
			(one) -> List.of(one.properties().userPrincipalName()), "recipienttypedetails",
			(one) -> List.of(one.properties().type()), "externaldirectoryobjectid", (one) -> List.of(one.objectId()),
			"emailaddresses",
			(one) -> Stream.concat(Stream.of(one.address()), one.properties().otherAddresses().stream())
				.flatMap((address) -> Stream.of(address, "smtp:" + address))
				.toList());

	private MailboxFilter() {
	}

	static Predicate<ExchangeMailbox> parse(String filter) {
		List<Predicate<ExchangeMailbox>> comparisons = new ArrayList<>();
		Set<String> joints = new HashSet<>();
		Matcher part = COMPARISON.matcher(filter);
		int end = 0;
		boolean more = true;
		while (more) {
			if (!part.find() || part.start() != end) {
				throw wrong(filter);
			}
			comparisons.add(comparison(part, filter));
			end = part.end();
			more = part.group("joint") != null;
			if (more) {
				joints.add(part.group("joint").toLowerCase(Locale.ROOT));
			}
		}
		if (end < filter.length() || joints.size() > 1) {
			throw wrong(filter);
		}
		return comparisons.stream()
			.reduce((joints.contains("or")) ? Predicate::or : Predicate::and)
			.orElseThrow(() -> wrong(filter));
	}

	private static Predicate<ExchangeMailbox> comparison(Matcher parts, String filter) {
		Function<ExchangeMailbox, List<String>> property = PROPERTIES.get(parts.group(1).toLowerCase(Locale.ROOT));
		if (property == null) {
			throw wrong(filter);
		}
		String operator = parts.group(2).toLowerCase(Locale.ROOT);
		String value = (parts.group(3) != null) ? parts.group(3).replace("''", "'") : parts.group(4);
		boolean wildcards = operator.endsWith("like");
		if (wildcards && value.startsWith("*") && value.length() > 1) {
			throw ExchangeError.parameter("Cannot bind parameter 'Filter' to the target. Exception setting \"Filter\":"
					+ " \"A wildcard at the start of the value '" + value + "' isn't supported.\"");
		}
		String regex = Stream.of(value.split("\\*", -1)).map(Pattern::quote).reduce((a, b) -> a + ".*" + b).orElse("");
		Pattern wanted = Pattern.compile(wildcards ? regex : Pattern.quote(value), Pattern.CASE_INSENSITIVE);
		Predicate<ExchangeMailbox> same = (
				mailbox) -> property.apply(mailbox).stream().anyMatch((one) -> wanted.matcher(one).matches());
		return (operator.equals("ne") || operator.equals("notlike")) ? same.negate() : same;
	}

	private static ExchangeError wrong(String filter) {
		return ExchangeError.parameter("Cannot bind parameter 'Filter' to the target. Exception setting \"Filter\":"
				+ " \"Invalid filter syntax. For a description of the filter parameter syntax see the command help. \""
				+ filter + "\"\"");
	}

}
