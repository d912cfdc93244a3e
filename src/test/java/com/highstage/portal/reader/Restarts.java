package com.highstage.portal.reader;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.highstage.portal.packaged.PackagedPortal;

/**
 * Kills the portal and starts it again, at random among the deeds of its customers.
 */
final class Restarts implements AutoCloseable {

	private final ExecutorService killer = Executors.newSingleThreadExecutor();

	private final Set<Integer> moments = new TreeSet<>();

	private final PackagedPortal portal;

	private int deeds;

	private int done;

	Restarts(PackagedPortal portal, int kills, int deeds, Random random) {
		this.portal = portal;
		while (this.moments.size() < kills) {
			this.moments.add(random.nextInt(deeds));
		}
	}

	/**
	 * A customer has done something.
	 */
	synchronized void deed() {
		if (this.moments.remove(this.deeds++)) {
			this.done++;
			this.killer.execute(() -> {
				this.portal.kill();
				this.portal.start();
			});
		}
	}

	synchronized int done() {
		return this.done;
	}

	@Override
	public void close() {
		this.killer.close();
	}

}
