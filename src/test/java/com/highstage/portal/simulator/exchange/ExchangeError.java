package com.highstage.portal.simulator.exchange;

import java.util.Map;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.http.Answer;

/**
 * An error answer of Exchange Online's admin API. What matters is in
 * {@code error.details[].message}, as {@code Id|Exception|words} or as JSON within the
 * string; if there are no details, in {@code error.innererror.internalexception.message};
 * and a request that reached no cmdlet only has {@code error.message}. Some refusals have
 * no body at all.
 */
final class ExchangeError extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final String TASKS = "Microsoft.Exchange.Configuration.Tasks.";

	private static final String AUTOMATION = "System.Management.Automation.";

	private final transient Answer answer;

	private ExchangeError(String message, Answer answer) {
		super(message);
		this.answer = answer;
	}

	Answer answer() {
		return this.answer;
	}

	/**
	 * The token is not accepted.
	 * @param reason why, as in the header that Exchange sends
	 * @return 401 without a body
	 */
	static ExchangeError unauthenticated(String reason) {
		return new ExchangeError(reason,
				Answer.empty(401)
					.with("WWW-Authenticate", "Bearer client_id=\"00000002-0000-0ff1-ce00-000000000000\","
							+ " trusted_issuers=\"00000001-0000-0000-c000-000000000000@*\","
							+ " token_types=\"app_asserted_user_v1 service_asserted_app_v1\", error=\"invalid_token\"")
					.with("x-ms-diagnostics", diagnostics("2000003", reason, "invalid_token")));
	}

	/**
	 * The person has no role for this.
	 * @param reason why, as in the header that Exchange sends
	 * @return 403 without a body
	 */
	static ExchangeError forbidden(String reason) {
		return new ExchangeError(reason,
				Answer.empty(403).with("x-ms-diagnostics", diagnostics("2000010", reason, "insufficient_permission")));
	}

	/**
	 * The server that answers does not know yet of the role.
	 * @return 403 without a body and without a reason
	 */
	static ExchangeError notYet() {
		return new ExchangeError("role still spreading", Answer.empty(403));
	}

	private static String diagnostics(String number, String reason, String category) {
		return number + ";reason=\"" + reason + "\";error_category=\"" + category + "\"";
	}

	/**
	 * The request reached no cmdlet.
	 * @param status the status
	 * @param code the code
	 * @param message the words
	 * @return an error without details
	 */
	static ExchangeError request(int status, String code, String message) {
		ObjectNode body = body(code, message);
		return new ExchangeError(message, Answer.json(status, body));
	}

	static ExchangeError unknownCmdlet(String name) {
		return cmdlet(AUTOMATION + "CommandNotFoundException", "The term '" + name
				+ "' is not recognized as the name of a cmdlet, function, script file, or operable program. Check the"
				+ " spelling of the name, or if a path was included, verify that the path is correct and try again.");
	}

	static ExchangeError parameter(String message) {
		return cmdlet(AUTOMATION + "ParameterBindingException", message);
	}

	static ExchangeError notFound(String identity) {
		return cmdlet(TASKS + "ManagementObjectNotFoundException",
				"The operation couldn't be performed because object '" + identity
						+ "' couldn't be found on 'SIMPR01A01DC001.SIMPR01A001.PROD.OUTLOOK.COM'.");
	}

	static ExchangeError ambiguous(String identity) {
		return cmdlet(TASKS + "ManagementObjectAmbiguousException",
				"The operation couldn't be performed because '" + identity + "' matches multiple entries.");
	}

	static ExchangeError cmdlet(String exception, String message) {
		return withDetail("Client", "Ex6F9304|" + exception + "|" + message, exception);
	}

	/**
	 * The other way in which Exchange tells of an exception: JSON in a string.
	 * @param objectId the object's name
	 * @return the error
	 */
	static ExchangeError exists(String objectId) {
		String exception = "Microsoft.Exchange.Data.Directory.ADObjectAlreadyExistsException";
		ObjectNode context = JsonMapper.shared().createObjectNode();
		context.put("Message",
				"The object 'CN=" + objectId + ",CN=ServicePrincipals,CN=Configuration' already exists.");
		context.put("TypeName", exception).putNull("StackTrace").putNull("InnerError");
		return withDetail("Context", context.toString(), exception);
	}

	/**
	 * Nobody is there to answer PowerShell's question.
	 * @return an error without details
	 */
	static ExchangeError notInteractive() {
		String message = "Windows PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.";
		ObjectNode body = body("BadRequest", "Error executing cmdlet");
		exception(body, AUTOMATION + "PSInvalidOperationException", message);
		return new ExchangeError(message, Answer.json(400, body));
	}

	private static ExchangeError withDetail(String code, String detail, String exception) {
		ObjectNode body = body("BadRequest", "Error executing cmdlet");
		((ObjectNode) body.path("error")).withArray("details")
			.addObject()
			.put("code", code)
			.put("target", "")
			.put("message", detail);
		exception(body, exception, "Exception of type '" + exception + "' was thrown.");
		return new ExchangeError(detail, Answer.json(400, body));
	}

	private static ObjectNode body(String code, String message) {
		ObjectNode body = JsonMapper.shared().createObjectNode();
		body.putObject("error").put("code", code).put("message", message);
		return body;
	}

	private static void exception(ObjectNode body, String exception, String message) {
		ObjectNode inner = ((ObjectNode) body.path("error")).putObject("innererror");
		Map.of("message", "Error executing cmdlet", "type", "Microsoft.Exchange.Admin.OData.Core.ODataServiceException")
			.forEach(inner::put);
		inner.putObject("internalexception").put("message", message).put("type", exception).put("stacktrace", "");
	}

}
