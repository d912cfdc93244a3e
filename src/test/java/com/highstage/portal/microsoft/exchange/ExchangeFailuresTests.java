package com.highstage.portal.microsoft.exchange;

import java.time.Clock;
import java.time.Duration;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.highstage.portal.microsoft.Explanations;
import com.highstage.portal.microsoft.Failure;
import com.highstage.portal.microsoft.http.Effect;
import com.highstage.portal.microsoft.http.Exchange;
import com.highstage.portal.microsoft.http.Exchanges;
import com.highstage.portal.microsoft.http.RetryAfter;

class ExchangeFailuresTests {

	private final ExchangeFailures failures = new ExchangeFailures(
			new RetryAfter(Clock.systemUTC(), Duration.ofMinutes(1)));

	@ParameterizedTest
	@CsvSource(delimiter = '#', nullValues = "-", value = {
			"400 # |Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException|The object couldn't be found. # NOT_FOUND # ManagementObjectNotFoundException # not-found",
			"400 # Ex6F9304|Microsoft.Exchange.X.UserNotFoundException|gone # NOT_FOUND # UserNotFoundException # not-found",
			"400 # The operation couldn't be performed because object 'x' couldn't be found. # NOT_FOUND # BadRequest # not-found",
			"400 # The term 'New-ServicePrincipal' is not recognized as the name of a cmdlet, function. # TELL_ADMIN # BadRequest # exchange-role-too-small",
			"400 # |System.Management.Automation.CommandNotFoundException|The term 'X' is not recognized as the name of a cmdlet # TELL_ADMIN # CommandNotFoundException # exchange-role-too-small",
			"400 # |M.E.ADScopeException|'x' isn't within your current write scopes. # TELL_ADMIN # ADScopeException # exchange-role-too-small",
			"400 # |M.E.ADObjectAlreadyExistsException|already exists # RETRY_LATER # ADObjectAlreadyExistsException # made-twice",
			"400 # |M.E.ServerBusyException|x # RETRY_LATER # ServerBusyException # microsoft-busy",
			"400 # The server is too busy, try again later. # RETRY_LATER # BadRequest # microsoft-busy",
			"500 # |M.E.SomethingException|broken # RETRY_LATER # SomethingException # microsoft-busy",
			"400 # |M.E.RecipientTaskException|no # TELL_ADMIN # RecipientTaskException # refused",
			"400 # |System.Management.Automation.ParameterBindingException|A parameter cannot be found # BUG # ParameterBindingException # unexpected" })
	void whatACommandSaysDecides(int status, String words, Failure.Kind kind, String code, String key) {
		Failure failure = failure(status, "", body(words));
		Assertions.assertThat(failure.kind()).isEqualTo(kind);
		Assertions.assertThat(failure.code()).isEqualTo(code);
		Assertions.assertThat(Explanations.of(failure).key()).isEqualTo(key);
	}

	@Test
	void theMostSpecificWordsAreKept() {
		Assertions.assertThat(failure(400, "",
				"{\"error\":{\"code\":\"BadRequest\",\"message\":\"outer\",\"details\":[{\"message\":\"|A.B|innermost\"}],"
						+ "\"innererror\":{\"internalException\":{\"message\":\"inner\",\"type\":\"C.D\"}}}}")
			.message()).isEqualTo("innermost");
		Failure inner = failure(400, "", "{\"error\":{\"code\":\"BadRequest\",\"message\":\"outer\","
				+ "\"innererror\":{\"internalException\":{\"message\":\"inner\",\"type\":\"C.DException\"}}}}");
		Assertions.assertThat(inner.message()).isEqualTo("inner");
		Assertions.assertThat(inner.code()).isEqualTo("DException");
		Assertions.assertThat(failure(400, "", "{\"error\":{\"code\":\"\",\"message\":\"out\\r\\ner\"}}"))
			.extracting(Failure::message, Failure::code)
			.containsExactly("out er", "Http400");
	}

	@ParameterizedTest
	@CsvSource({ "'2000010;reason=\"x\"', exchange-role-too-small", "'', role-not-active" })
	void theDiagnosticsTellWhetherTheRoleIsMissing(String diagnostics, String key) {
		Failure failure = failure(403, diagnostics, "");
		Assertions.assertThat(failure.kind()).isEqualTo(Failure.Kind.TELL_ADMIN);
		Assertions.assertThat(Explanations.of(failure).key()).isEqualTo(key);
	}

	@Test
	void anAddressThatIsNotThereIsNotAMissingObject() {
		Failure failure = failure(404, "", "{\"error\":{\"code\":\"ResourceNotFound\",\"message\":\"Nothing here\"}}");
		Assertions.assertThat(failure.kind()).isEqualTo(Failure.Kind.TELL_ADMIN);
	}

	private Failure failure(int status, String diagnostics, String body) {
		Exchange exchange = Exchanges.answered(Effect.REPEATABLE, status);
		return this.failures.of(exchange, "", diagnostics, body);
	}

	private static String body(String words) {
		return "{\"error\":{\"code\":\"BadRequest\",\"message\":\"Error executing cmdlet\",\"details\":[{\"message\":\""
				+ words + "\"}]}}";
	}

}
