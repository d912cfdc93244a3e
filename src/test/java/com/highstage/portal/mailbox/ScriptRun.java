package com.highstage.portal.mailbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import com.highstage.portal.simulator.Microsoft365Simulator;

/**
 * Runs one of the portal's scripts at the simulator, as far as Exchange's cmdlets go: a
 * reader of just the PowerShell that the scripts consist of. A line that it does not know
 * fails, so that a changed script is not passed over.
 */
public final class ScriptRun {

	private static final Pattern LITERAL = Pattern.compile("\\$(\\w+) = '([^']*)'");

	private static final Pattern SWITCH = Pattern.compile("\\$(\\w+) = \\$(true|false)");

	private static final Pattern LIST = Pattern.compile("\\$(\\w+) = @\\((\\))?");

	private static final Pattern EACH = Pattern.compile("foreach \\(\\$(\\w+) in \\$(\\w+)\\) \\{");

	private static final Pattern CONDITION = Pattern.compile("(if|elseif) \\((.*)\\) \\{");

	private static final Pattern COMMAND = Pattern.compile("(?:\\$\\w+ = )?\\(?"
			+ "((?:Add|Get|New|Remove|Set)-(?:CASMailbox|MailboxPermission|RecipientPermission|ServicePrincipal|TransportConfig))"
			+ "\\b([^|)]*).*");

	private static final Pattern PARAMETER = Pattern.compile("-(\\w+)[: ]('[^']*'|[^ ]+)");

	private static final Pattern EXPECTED = Pattern.compile("if \\(\\$_\\.Exception\\.Message -match '([^']*)'\\) \\{");

	/** What makes no difference at the simulator. */
	private static final Pattern SILENT = Pattern.compile(
			"Write-(Host|Warning) .*|Import-Module .*|Disconnect-ExchangeOnline .*|continue|\\$(\\w+) = \\$\\2 \\+ 1"
					+ "|\\$(module|before|made|there|smtpHere|off) = .*|\\[CmdletBinding.*|#.*|");

	private final Deque<String> lines = new ArrayDeque<>();

	private final Map<String, String> values = new HashMap<>();

	private final Map<String, List<String>> lists = new HashMap<>();

	private final Microsoft365Simulator microsoft365;

	private final String domain;

	private final boolean repair;

	private final List<String> failures = new ArrayList<>();

	private ScriptRun(String script, Microsoft365Simulator microsoft365, String domain, boolean repair) {
		script.lines().map(String::strip).forEach(this.lines::add);
		this.microsoft365 = microsoft365;
		this.domain = domain;
		this.repair = repair;
	}

	/**
	 * Runs a script as an administrator of an organisation does.
	 * @param script the script
	 * @param microsoft365 where
	 * @param domain the organisation's domain
	 * @param options {@code -Repair}, or nothing
	 * @return what failed, mailbox by mailbox
	 */
	public static List<String> of(Scripts.Script script, Microsoft365Simulator microsoft365, String domain,
			String... options) {
		ScriptRun run = new ScriptRun(script.text(), microsoft365, domain, List.of(options).contains("-Repair"));
		while (!run.lines.getFirst().startsWith("function ")) {
			run.lines.removeFirst();
		}
		List<String> body = run.block();
		while (!body.removeFirst().equals(")")) {
			continue;
		}
		run.run(body);
		return List.copyOf(run.failures);
	}

	/**
	 * Takes the lines between the next opening and its closing bracket.
	 */
	private List<String> block() {
		return block(this.lines);
	}

	private static List<String> block(Deque<String> lines) {
		lines.removeFirst();
		List<String> body = new ArrayList<>();
		int depth = 1;
		while (true) {
			String line = lines.removeFirst();
			if (line.equals("}") && depth == 1) {
				return body;
			}
			depth += line.endsWith("{") ? 1 : (line.equals("}") ? -1 : 0);
			body.add(line);
		}
	}

	/**
	 * Runs lines.
	 * @return false if the script returned
	 */
	private boolean run(List<String> body) {
		Deque<String> rest = new ArrayDeque<>(body);
		boolean taken = false;
		while (!rest.isEmpty()) {
			String line = rest.getFirst();
			if (line.equals("return")) {
				return false;
			}
			if (!line.endsWith("{")) {
				rest.removeFirst();
				simple(line, rest);
				continue;
			}
			List<String> block = block(rest);
			Matcher condition = CONDITION.matcher(line);
			boolean go = true;
			if (condition.matches()) {
				go = !(condition.group(1).equals("elseif") && taken) && holds(condition.group(2));
				taken = go || (condition.group(1).equals("elseif") && taken);
			}
			else if (line.equals("else {")) {
				go = !taken;
			}
			if (go && !compound(line, block)) {
				return false;
			}
		}
		return true;
	}

	private boolean compound(String line, List<String> block) {
		Matcher each = EACH.matcher(line);
		if (each.matches()) {
			for (String value : Objects.requireNonNull(this.lists.get(each.group(2)), line)) {
				this.values.put(each.group(1), value);
				attempt(each.group(1), block);
			}
			return true;
		}
		return line.equals("catch {") || run(block);
	}

	/**
	 * Runs a loop's body; what Exchange refuses is a failure of that mailbox only.
	 */
	private void attempt(String variable, List<String> block) {
		if (variable.equals("failure")) {
			return;
		}
		try {
			run(block);
		}
		catch (IllegalArgumentException ex) {
			if (!block.getFirst().equals("try {")) {
				throw ex;
			}
			if (!expected(block, String.valueOf(ex.getMessage()))) {
				this.failures.add(this.values.get(variable) + ": " + ex.getMessage());
			}
		}
	}

	private static boolean expected(List<String> block, String refusal) {
		return block.stream()
			.map(EXPECTED::matcher)
			.filter(Matcher::matches)
			.anyMatch((known) -> Pattern.compile(known.group(1), Pattern.CASE_INSENSITIVE).matcher(refusal).find());
	}

	private boolean holds(String condition) {
		int wrong = this.lists.getOrDefault("wrong", List.of()).size();
		int registered = this.lists.getOrDefault("registered", List.of()).size();
		if (condition.startsWith("$PSCmdlet.ShouldProcess(")) {
			return true;
		}
		return switch (condition) {
			case "$wrong.Count -gt 0 -and -not $Repair" -> wrong > 0 && !this.repair;
			case "$registered.Count -gt $wrong.Count" -> registered > wrong;
			case "$registered.Count -eq 0" -> registered == 0;
			case "$imap -or $pop" -> on("imap") || on("pop");
			case "$smtp" -> on("smtp");
			case "$failures.Count -gt 0" -> !this.failures.isEmpty();
			default -> {
				if (!condition
					.matches("-not \\$(module|PSCmdlet)\\b.*|\\$(before|made|off)\\.Count .*|\\$(imap|pop|smtp) -and .*"
							+ "|\\$(environment|DelegatedOrganization) -ne ''")) {
					throw new AssertionError("unknown condition: " + condition);
				}
				yield false;
			}
		};
	}

	private boolean on(String name) {
		return "true".equals(this.values.get(name));
	}

	private void simple(String line, Deque<String> rest) {
		Matcher literal = LITERAL.matcher(line);
		Matcher flag = SWITCH.matcher(line);
		Matcher list = LIST.matcher(line);
		if (literal.matches()) {
			this.values.put(literal.group(1), literal.group(2));
		}
		else if (flag.matches()) {
			this.values.put(flag.group(1), flag.group(2));
		}
		else if (list.matches()) {
			this.lists.put(list.group(1), (list.group(2) != null) ? List.of() : items(rest));
		}
		else if (line.startsWith("$registered = @(Get-ServicePrincipal ")) {
			this.lists.put("registered", registered());
		}
		else if (line.startsWith("$wrong = @($registered ")) {
			this.lists.put("wrong",
					this.lists.getOrDefault("registered", List.of())
						.stream()
						.filter((id) -> !id.equals(this.values.get("objectId")))
						.toList());
		}
		else {
			command(line);
		}
	}

	private void command(String line) {
		Matcher command = COMMAND.matcher(line);
		if (command.matches()) {
			this.microsoft365.powershell(this.domain, command.group(1), parameters(command.group(2)));
		}
		else if (!SILENT.matcher(line).matches() && !line.matches("\\$(opened|closed) = 0|\\$failures \\+= .*")) {
			throw new AssertionError("unknown line: " + line);
		}
	}

	private List<String> registered() {
		return this.microsoft365.powershell(this.domain, "Get-ServicePrincipal", Map.of())
			.stream()
			.filter((one) -> one.path("AppId").asString().equals(this.values.get("appId")))
			.map((JsonNode one) -> one.path("ObjectId").asString())
			.toList();
	}

	private Map<String, Object> parameters(String text) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		Matcher matcher = PARAMETER.matcher(text);
		while (matcher.find()) {
			String name = matcher.group(1);
			if (!name.endsWith("Action")) {
				Object value = value(matcher.group(2));
				parameters.put(name, name.equals("AccessRights") ? List.of(value) : value);
			}
		}
		return parameters;
	}

	private Object value(String text) {
		if (text.equals("$true") || text.equals("$false")) {
			return text.equals("$true");
		}
		if (text.startsWith("$")) {
			return Objects.requireNonNull(this.values.get(text.substring(1).replace(".ObjectId", "")), text);
		}
		return text.replace("'", "");
	}

	private static List<String> items(Deque<String> rest) {
		List<String> items = new ArrayList<>();
		String line = rest.removeFirst();
		while (!line.equals(")")) {
			items.add(line.replaceAll("^'|',?$", ""));
			line = rest.removeFirst();
		}
		return items;
	}

}
