package com.highstage.portal.simulator;

/**
 * Where the simulator listens; 0 is any free port.
 *
 * @param http Entra, Graph, Exchange and the control port
 * @param imap Exchange's IMAP
 * @param pop Exchange's POP
 * @param smtp Exchange's submission of mails
 * @param mailSink where the portal's own mails end
 */
public record Ports(int http, int imap, int pop, int smtp, int mailSink) {

	/**
	 * The ports that the system properties {@code simulator.port}, {@code .imap-port},
	 * {@code .pop-port}, {@code .smtp-port} and {@code .mail-sink-port} name, 9400, 9993,
	 * 9995, 9587 and 9025 by default.
	 * @return the ports
	 */
	public static Ports configured() {
		return new Ports(Integer.getInteger("simulator.port", 9400), Integer.getInteger("simulator.imap-port", 9993),
				Integer.getInteger("simulator.pop-port", 9995), Integer.getInteger("simulator.smtp-port", 9587),
				Integer.getInteger("simulator.mail-sink-port", 9025));
	}

	/**
	 * One port for HTTP, free ones for mail.
	 * @param http the port for HTTP
	 * @return the ports
	 */
	public static Ports http(int http) {
		return new Ports(http, 0, 0, 0, 0);
	}

}
