package com.highstage.portal.drift;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import com.highstage.portal.registration.Connection;
import com.highstage.portal.registration.Connections;
import com.highstage.portal.tenant.ConnectionId;
import com.highstage.portal.tenant.OrganisationMoved;
import com.highstage.portal.tenant.TenantId;

/**
 * Notices what the portal's own work has mended: soon after an organisation moved, on a
 * thread of its own, and from time to time, should a process have ended in between.
 */
@Component
class Checks implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(Checks.class);

	private final ExecutorService thread = Executors
		.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("drift").factory());

	private final Set<TenantId> waiting = ConcurrentHashMap.newKeySet();

	private final Connections connections;

	private final Sights sights;

	private final Visits visits;

	Checks(Connections connections, Sights sights, Visits visits) {
		this.connections = connections;
		this.sights = sights;
		this.visits = visits;
	}

	@TransactionalEventListener(fallbackExecution = true)
	void moved(OrganisationMoved moved) {
		if (this.waiting.add(moved.tenant())) {
			this.thread.execute(() -> look(moved.tenant()));
		}
	}

	/**
	 * Looks at every connection at which something is wrong.
	 */
	void all() {
		this.sights.open().forEach((connection) -> alone(() -> compare(connection), connection));
	}

	private void look(TenantId tenant) {
		this.waiting.remove(tenant);
		alone(() -> this.connections.find(tenant)
			.map(Connection::id)
			.filter(this.sights::isAny)
			.ifPresent(this::compare), tenant);
	}

	private static void alone(Runnable look, Object where) {
		try {
			look.run();
		}
		catch (RuntimeException ex) {
			// the next look, a page's or the regular one, finds the same
			logger.warn("What may be mended at {} is looked at later", where, ex);
		}
	}

	private void compare(ConnectionId connection) {
		this.visits.compare(connection);
	}

	@Override
	public void destroy() {
		this.thread.shutdownNow();
	}

}
