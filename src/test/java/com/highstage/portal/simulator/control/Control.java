package com.highstage.portal.simulator.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.highstage.portal.simulator.entra.EntraHost;
import com.highstage.portal.simulator.entra.Grants;
import com.highstage.portal.simulator.entra.Pages;
import com.highstage.portal.simulator.entra.SigningKey;
import com.highstage.portal.simulator.exchange.ExchangeHost;
import com.highstage.portal.simulator.exchange.MailAccess;
import com.highstage.portal.simulator.graph.GraphHost;
import com.highstage.portal.simulator.http.Answer;
import com.highstage.portal.simulator.http.Request;
import com.highstage.portal.simulator.inbox.Inbox;
import com.highstage.portal.simulator.mail.Desk;
import com.highstage.portal.simulator.model.Founding;
import com.highstage.portal.simulator.model.Settings;
import com.highstage.portal.simulator.model.World;

/**
 * The simulator behind its port: Microsoft's hosts by prefix or by {@code Host}, the
 * control port, and the page for people.
 */
public final class Control {

	private static final Map<String, String> BY_HOST = Map.of("login.microsoftonline.com", "login", "login.windows.net",
			"login", "graph.microsoft.com", "graph", "outlook.office365.com", "outlook");

	private final World world;

	private final Grants grants = new Grants();

	private final Faults faults = new Faults();

	private final Journal journal = new Journal();

	private final Pages pages = new Pages();

	private final ReentrantLock lock = new ReentrantLock();

	private final List<Runnable> resetHooks = new CopyOnWriteArrayList<>();

	private final Gate gate;

	private final MailAccess mailAccess;

	private final Inbox inbox = new Inbox();

	private final InboxPages inboxPages = new InboxPages(this.pages, this.inbox);

	private final ExchangeHost exchange;

	private final String certificate;

	/**
	 * Sets everything up.
	 * @param world Microsoft's side
	 * @param key what Entra signs with
	 * @param certificate the certificate of the TLS side, as PEM
	 */
	public Control(World world, SigningKey key, String certificate) {
		this.world = world;
		this.certificate = certificate;
		this.mailAccess = new MailAccess(world, key, this.lock);
		this.exchange = new ExchangeHost(world, key);
		Gate.Hosts hosts = new Gate.Hosts(new EntraHost(world, key, this.grants, this.pages),
				new GraphHost(world, key, this::insideBatch), this.exchange);
		this.gate = new Gate(world, hosts, this.faults, this.journal, this.lock);
	}

	private Optional<Answer> insideBatch(String call, String url) {
		return this.faults.next(call, url)
			.map((fault) -> Faults.answer(fault, "graph", Duration.ZERO))
			.filter((answer) -> answer.status() >= 400);
	}

	/**
	 * Answers any request.
	 * @param request the request
	 * @return the answer
	 */
	public Answer answer(Request request) {
		if (!request.decodable()) {
			return Answer.of(400, "text/plain; charset=utf-8", "Bad Request");
		}
		return route(request);
	}

	private Answer route(Request request) {
		String named = BY_HOST.get(request.header("host").orElse("").replaceAll(":\\d+$", ""));
		List<String> path = request.segments();
		if (named != null) {
			return this.gate.pass(named, request, "", path);
		}
		String first = path.isEmpty() ? "" : path.getFirst();
		if (Gate.knows(first)) {
			return this.gate.pass(first, request, "/" + first, path.subList(1, path.size()));
		}
		if (first.equals("inbox") && request.method().equals("GET")) {
			return this.inboxPages.answer(request, path);
		}
		return switch (request.method() + " /" + String.join("/", path)) {
			case "GET /" -> people();
			case "GET /favicon.ico" -> Answer.empty(204);
			case "GET /simulator.css" -> Answer.of(200, "text/css; charset=utf-8", PeoplePage.stylesheet());
			case "GET /control/state" -> Answer.json(200, state());
			case "GET /control/journal" -> Answer.json(200, JsonMapper.shared().valueToTree(journal()));
			case "GET /control/certificate.pem" -> Answer.of(200, "application/x-pem-file", this.certificate);
			case "GET /control/mails" -> Answer.json(200, JsonMapper.shared().valueToTree(this.inbox.mails()));
			case "GET /control/settings" -> Answer.json(200, JsonMapper.shared().valueToTree(this.world.settings()));
			case "POST /control/settings", "POST /control/faults", "POST /control/organisations", "POST /control/reset",
					"POST /control/powershell" ->
				change(request, path.getLast());
			default -> Answer.of(404, "text/plain; charset=utf-8", "Not found");
		};
	}

	private Answer change(Request request, String what) {
		try {
			switch (what) {
				case "settings" -> settings(Sent.by(request));
				case "faults" -> fault(Sent.fault(request));
				case "organisations" -> found(Sent.company(request));
				case "powershell" -> powershell(Sent.by(request));
				default -> reset();
			}
			return request.header("accept").orElse("").contains("text/html") ? Answer.redirect("/") : Answer.empty(204);
		}
		catch (JacksonException | IllegalArgumentException | ClassCastException ex) {
			return Answer.json(400, JsonMapper.shared().createObjectNode().put("error", ex.getMessage()));
		}
	}

	private void powershell(ObjectNode body) {
		powershell(body.path("organisation").asString(), body.path("cmdlet").asString(), body.path("parameters"));
	}

	/**
	 * Changes settings.
	 * @param changes the names and values that change
	 */
	public void settings(ObjectNode changes) {
		ObjectNode merged = JsonMapper.shared().valueToTree(this.world.settings());
		merged.setAll(changes);
		Settings changed = Sent.settings(merged);
		this.lock.lock();
		try {
			this.world.settings(changed);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Adds an organisation.
	 * @param company what it is like
	 */
	public void found(Founding.Company company) {
		this.lock.lock();
		try {
			this.world.found(company);
		}
		finally {
			this.lock.unlock();
		}
	}

	public void fault(Fault fault) {
		this.faults.add(fault);
	}

	/**
	 * Lets everything start afresh, Microsoft's side and whatever asked to be told.
	 */
	public void reset() {
		this.lock.lock();
		try {
			this.world.reset();
			this.grants.clear();
			this.faults.clear();
			this.journal.clear();
			this.inbox.clear();
		}
		finally {
			this.lock.unlock();
		}
		this.resetHooks.forEach(Runnable::run);
	}

	public void onReset(Runnable hook) {
		this.resetHooks.add(hook);
	}

	/**
	 * Runs a cmdlet as an administrator does who needs no portal.
	 * @param organisation the organisation's domain
	 * @param cmdlet the cmdlet's name
	 * @param parameters its parameters
	 * @return what it puts out
	 */
	public List<ObjectNode> powershell(String organisation, String cmdlet, JsonNode parameters) {
		this.lock.lock();
		try {
			return this.exchange.run(organisation, cmdlet, parameters);
		}
		finally {
			this.lock.unlock();
		}
	}

	public MailAccess mailAccess() {
		return this.mailAccess;
	}

	/**
	 * What the mail servers ask.
	 * @return the desk
	 */
	public Desk mailDesk() {
		return new MailDesk(this.world, this.mailAccess, this.faults, this.journal);
	}

	/**
	 * Where the mails lie that the portal sent.
	 * @return the inbox
	 */
	public Inbox inbox() {
		return this.inbox;
	}

	/**
	 * How outgoing mail is refused at present.
	 * @return a reply, or empty
	 */
	public String mailRefusal() {
		return this.world.settings().mailRefusal();
	}

	public JsonNode state() {
		this.lock.lock();
		try {
			return State.of(this.world);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * One organisation of the state.
	 * @param domain its domain
	 * @return the organisation
	 */
	public JsonNode state(String domain) {
		this.lock.lock();
		try {
			return this.world.organisations()
				.stream()
				.filter((one) -> one.domain().equals(domain))
				.map(State::of)
				.findFirst()
				.orElseThrow();
		}
		finally {
			this.lock.unlock();
		}
	}

	public List<Journal.Entry> journal() {
		return this.journal.entries();
	}

	public Set<String> issuedSecrets() {
		return this.journal.issued();
	}

	private Answer people() {
		this.lock.lock();
		try {
			return PeoplePage.show(this.pages, this.world, this.journal, this.inbox);
		}
		finally {
			this.lock.unlock();
		}
	}

}
