package com.highstage.portal.simulator;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.control.Control;
import com.highstage.portal.simulator.control.Fault;
import com.highstage.portal.simulator.control.Journal;
import com.highstage.portal.simulator.entra.SigningKey;
import com.highstage.portal.simulator.exchange.MailAccess;
import com.highstage.portal.simulator.http.Certificate;
import com.highstage.portal.simulator.http.HttpPort;
import com.highstage.portal.simulator.model.World;

/**
 * Microsoft 365 on loopback: Entra under {@code /login}, Graph under {@code /graph},
 * Exchange under {@code /outlook}, and a control port. As strict as Microsoft, because
 * every test rests on it.
 */
public final class Microsoft365Simulator implements AutoCloseable {

	private final Control control;

	private final HttpPort port;

	private Microsoft365Simulator(Control control, HttpPort port) {
		this.control = control;
		this.port = port;
	}

	/**
	 * Starts on the port of the system property {@code simulator.port}, 9400 by default.
	 * @return the running simulator
	 */
	public static Microsoft365Simulator start() {
		return start(Integer.getInteger("simulator.port", 9400));
	}

	public static Microsoft365Simulator start(int port) {
		return start(port, Clock.systemUTC());
	}

	/**
	 * Starts on a port of its own time.
	 * @param port the port, 0 for any
	 * @param clock the time at Microsoft
	 * @return the running simulator
	 */
	public static Microsoft365Simulator start(int port, Clock clock) {
		Control control = new Control(new World(clock), Keys.SIGNING, Keys.TLS.pem());
		return new Microsoft365Simulator(control, HttpPort.open(port, Keys.TLS, control::answer));
	}

	public int port() {
		return this.port.number();
	}

	/**
	 * The address of a path.
	 * @param path {@code /login}, {@code /graph}, …
	 * @return the address without a slash at its end
	 */
	public URI at(String path) {
		return URI.create("http://localhost:" + port() + path);
	}

	/**
	 * Changes settings, as {@code POST /control/settings} does.
	 * @param changes values by name; see
	 * {@link com.highstage.portal.simulator.model.Settings}
	 */
	public void settings(Map<String, ?> changes) {
		this.control.settings((ObjectNode) JsonMapper.shared().valueToTree(changes));
	}

	/**
	 * Lets something go wrong, as {@code POST /control/faults} does.
	 * @param fault what and when
	 */
	public void fault(Fault fault) {
		this.control.fault(fault);
	}

	public void reset() {
		this.control.reset();
	}

	/**
	 * Registers what else has to be cleared by a reset, such as the portal's data.
	 * @param hook called after Microsoft's side was reset
	 */
	public void onReset(Runnable hook) {
		this.control.onReset(hook);
	}

	/**
	 * What {@code GET /control/state} answers.
	 * @return organisations and everything in them
	 */
	public JsonNode state() {
		return this.control.state();
	}

	/**
	 * One organisation of the state.
	 * @param domain its domain
	 * @return the organisation
	 */
	public JsonNode organisation(String domain) {
		return state().path("organisations")
			.valueStream()
			.filter((one) -> one.path("domain").asString().equals(domain))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Runs a cmdlet as an administrator does in PowerShell, without token and journal; as
	 * {@code POST /control/powershell} does with organisation, cmdlet and parameters.
	 * @param organisation the organisation's domain
	 * @param cmdlet the cmdlet's name
	 * @param parameters its parameters
	 * @return what it puts out
	 * @throws IllegalArgumentException if Exchange refuses
	 */
	public List<ObjectNode> powershell(String organisation, String cmdlet, Map<String, ?> parameters) {
		return this.control.powershell(organisation, cmdlet, JsonMapper.shared().valueToTree(parameters));
	}

	/**
	 * Who may log in to which mailbox, for servers that speak IMAP, POP and SMTP.
	 * @return the rule
	 */
	public MailAccess mailAccess() {
		return this.control.mailAccess();
	}

	public List<Journal.Entry> journal() {
		return this.control.journal();
	}

	/**
	 * The secrets that were given away, readable: to search for them where none may be.
	 * @return codes, tokens and secret values
	 */
	public Set<String> issuedSecrets() {
		return this.control.issuedSecrets();
	}

	@Override
	public void close() {
		this.port.close();
	}

	/**
	 * Made once, because making keys is what takes longest.
	 */
	private static final class Keys {

		private static final SigningKey SIGNING = SigningKey.generate();

		private static final Certificate TLS = Certificate.selfSigned("Microsoft 365 simulator", "localhost",
				"login.microsoftonline.com", "login.windows.net", "graph.microsoft.com", "outlook.office365.com");

	}

}
