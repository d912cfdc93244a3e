package com.highstage.portal.simulator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jwt.JWTClaimsSet;
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
import com.highstage.portal.simulator.http.LoopbackPort;
import com.highstage.portal.simulator.inbox.MailSink;
import com.highstage.portal.simulator.inbox.ReceivedMail;
import com.highstage.portal.simulator.mail.MailPorts;
import com.highstage.portal.simulator.model.Founding;
import com.highstage.portal.simulator.model.World;

/**
 * Microsoft 365 on loopback: Entra under {@code /login}, Graph under {@code /graph},
 * Exchange under {@code /outlook} with its mail servers, and a control port; beside it an
 * end for the mails that the portal sends. As strict as Microsoft, because every test
 * rests on it.
 */
public final class Microsoft365Simulator implements AutoCloseable {

	private final Control control;

	private final LoopbackPort http;

	private final LoopbackPort imap;

	private final LoopbackPort pop;

	private final LoopbackPort smtp;

	private final MailSink mailSink;

	private Microsoft365Simulator(Ports ports, Clock clock) {
		this.control = new Control(new World(clock), Keys.SIGNING, Keys.TLS.pem());
		MailPorts mail = new MailPorts(Keys.TLS, this.control.mailDesk());
		this.http = HttpPort.open(ports.http(), Keys.TLS, this.control::answer);
		this.imap = mail.imap(ports.imap());
		this.pop = mail.pop(ports.pop());
		this.smtp = mail.smtp(ports.smtp());
		this.mailSink = MailSink.open(ports.mailSink(), this.control.inbox(), this.control::mailRefusal);
	}

	/**
	 * Starts on the ports that system properties name; see {@link Ports#configured()}.
	 * @return the running simulator
	 */
	public static Microsoft365Simulator start() {
		return start(Ports.configured(), Clock.systemUTC());
	}

	/**
	 * Starts on one port, and on any free ones for mail.
	 * @param port the port, 0 for any
	 * @return the running simulator
	 */
	public static Microsoft365Simulator start(int port) {
		return start(port, Clock.systemUTC());
	}

	public static Microsoft365Simulator start(int port, Clock clock) {
		return start(Ports.http(port), clock);
	}

	/**
	 * Starts with a time of its own.
	 * @param ports the ports
	 * @param clock the time at Microsoft
	 * @return the running simulator
	 */
	public static Microsoft365Simulator start(Ports ports, Clock clock) {
		return new Microsoft365Simulator(ports, clock);
	}

	public int port() {
		return this.http.number();
	}

	public int imapPort() {
		return this.imap.number();
	}

	public int popPort() {
		return this.pop.number();
	}

	public int smtpPort() {
		return this.smtp.number();
	}

	/**
	 * Where the portal sends its own mails to.
	 * @return the port
	 */
	public int mailSinkPort() {
		return this.mailSink.port();
	}

	/**
	 * Writes what clients have to trust to reach the simulator with TLS, into a file of
	 * this process' own because each has its own certificate.
	 * @param directory where to write it
	 * @return the file, PEM
	 * @throws IOException if it cannot be written
	 */
	public Path certificateIn(Path directory) throws IOException {
		Path file = directory.resolve("simulator-" + ProcessHandle.current().pid() + ".pem").toAbsolutePath();
		Files.createDirectories(directory);
		// another simulator of this process may have a reader of the same file just now
		Path whole = Files.createTempFile(directory, "simulator-", ".part");
		Files.writeString(whole, Keys.TLS.pem());
		Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		file.toFile().deleteOnExit();
		return file;
	}

	/**
	 * The mails that the portal sent, newest last.
	 * @return the mails
	 */
	public List<ReceivedMail> mails() {
		return this.control.inbox().mails();
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

	/**
	 * Adds an organisation until the next reset, as {@code POST /control/organisations}
	 * does.
	 * @param company what it is like
	 * @throws IllegalArgumentException if its domain, its id or one of its people is
	 * taken
	 */
	public void found(Founding.Company company) {
		this.control.found(company);
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
		return this.control.state(domain);
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

	/**
	 * A token that Entra never issued, with Entra's signature: to prove that this alone
	 * opens nothing.
	 * @param claims what it says
	 * @return the token
	 */
	public String sign(Map<String, Object> claims) {
		try {
			return Keys.SIGNING.sign(JWTClaimsSet.parse(claims));
		}
		catch (ParseException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	@Override
	public void close() {
		this.mailSink.close();
		this.smtp.close();
		this.pop.close();
		this.imap.close();
		this.http.close();
	}

	/**
	 * Made once, because making keys is what takes longest.
	 */
	private static final class Keys {

		private static final SigningKey SIGNING = SigningKey.generate();

		private static final Certificate TLS = Certificate.selfSigned("Microsoft 365 simulator", "localhost",
				"127.0.0.1", "login.microsoftonline.com", "login.windows.net", "graph.microsoft.com",
				"outlook.office365.com", "smtp.office365.com");

	}

}
