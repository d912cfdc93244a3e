package com.highstage.portal.drift;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

import com.highstage.portal.onboarding.Seen;
import com.highstage.portal.onboarding.Seen.Directory;
import com.highstage.portal.tenant.ConnectionId;

/**
 * Has what was seen compared with what was finished, whenever somebody has looked or the
 * portal's own checks may have mended something. Nobody's page fails for it.
 */
@Component
class Visits {

	private static final Logger logger = LoggerFactory.getLogger(Visits.class);

	private final Comparisons comparisons;

	Visits(Comparisons comparisons) {
		this.comparisons = comparisons;
	}

	@EventListener
	void seen(Seen seen) {
		compare(seen.connection(), seen.directory());
	}

	/**
	 * Compares what is known by now, without asking anybody.
	 * @param connection the connection
	 */
	void compare(ConnectionId connection) {
		compare(connection, null);
	}

	private void compare(ConnectionId connection, @Nullable Directory directory) {
		try {
			this.comparisons.compare(connection, directory);
		}
		catch (TransientDataAccessException ex) {
			logger.warn("What was seen of connection {} is noted when somebody looks next", connection, ex);
		}
	}

}
