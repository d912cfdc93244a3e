package com.highstage.portal.renewal.reminder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What the people of one connection do in a year, and what they are to get for it; all in
 * days. It is reckoned here by counting days, without a look at the portal's own rules.
 *
 * @param begins when the first secret is offered
 * @param lifetime how long each secret lives
 * @param renews how long before a secret's end it is renewed, after it if negative; minus
 * {@link #NEVER} for those who do not
 * @param acknowledges how long after the offer Highstage acknowledges, or {@link #NEVER}
 * @param comes on each day that is divisible by this, somebody who may is signed in
 */
record Course(int begins, int lifetime, int renews, int acknowledges, int comes) {

	static final int NEVER = 10_000;

	private static final int OVERLAP = 14;

	private static final List<Integer> THRESHOLDS = List.of(60, 30, 14, 7, 1, 0);

	/**
	 * One of many: each combination of habits comes with several beginnings.
	 * @param number its number, from 0
	 * @return the course
	 */
	static Course of(int number) {
		List<Integer> lifetimes = List.of(90, 180, 120, 365);
		List<Integer> renewals = List.of(45, 14, 3, -5, -NEVER);
		List<Integer> acknowledgements = List.of(1, 5, 20, NEVER);
		List<Integer> visits = List.of(1, 7);
		int lifetime = (number % 25 == 24) ? 30 : lifetimes.get(number % 4);
		return new Course(number % 29, lifetime, Math.min(renewals.get(number / 4 % 5), lifetime / 2),
				acknowledgements.get(number / 20 % 4), visits.get(number / 80 % 2));
	}

	/**
	 * Whether a secret is renewed on a day.
	 * @param version the newest one
	 * @param day the day
	 * @return whether somebody presses the button
	 */
	boolean isRenewed(Version version, int day) {
		return day == version.ends() - this.renews;
	}

	/**
	 * Every secret of a year.
	 * @param days how many days it has
	 * @return the oldest first
	 */
	List<Version> versions(int days) {
		List<Version> versions = new ArrayList<>();
		versions.add(new Version(1, this.begins, this.begins + this.lifetime));
		for (int day = this.begins + 1; day <= days; day++) {
			if (isRenewed(versions.getLast(), day)) {
				versions.add(new Version(versions.size() + 1, day, day + this.lifetime));
			}
		}
		return versions;
	}

	/**
	 * The reminders that each recipient is to get.
	 * @param days how many days the year has
	 * @return what is reminded of, as {@code sequence/threshold}, and on which day
	 */
	Map<String, Integer> reminders(int days) {
		List<Version> versions = versions(days);
		Map<String, Integer> reminders = new TreeMap<>();
		for (Version version : versions) {
			int followed = (version.sequence() < versions.size()) ? versions.get(version.sequence()).begins()
					: days + 1;
			THRESHOLDS.stream()
				.filter((threshold) -> threshold < this.lifetime && version.ends() - threshold < followed)
				.forEach(
						(threshold) -> reminders.put(version.sequence() + "/" + threshold, version.ends() - threshold));
		}
		return reminders;
	}

	/**
	 * Whether somebody who may is signed in.
	 * @param versions the secrets of the year
	 * @param day the day
	 * @return whether what may go is removed
	 */
	boolean isVisited(List<Version> versions, int day) {
		return day % this.comes == 0 || versions.stream().anyMatch((version) -> version.begins() == day);
	}

	/**
	 * When each former secret is removed at Microsoft.
	 * @param days how many days the year has
	 * @return days by sequence
	 */
	Map<Integer, Integer> removals(int days) {
		List<Version> versions = versions(days);
		Map<Integer, Integer> removals = new TreeMap<>();
		for (Version next : versions.subList(1, versions.size())) {
			Version former = versions.get(next.sequence() - 2);
			int overlap = next.begins() + Math.min(this.acknowledges, OVERLAP);
			IntStream.rangeClosed(Math.max(next.begins(), Math.min(overlap, former.ends())), days)
				.filter((day) -> isVisited(versions, day))
				.findFirst()
				.ifPresent((day) -> removals.put(former.sequence(), day));
		}
		return removals;
	}

	/**
	 * One secret.
	 *
	 * @param sequence its sequence
	 * @param begins the day of its offer
	 * @param ends the day of its end
	 */
	record Version(int sequence, int begins, int ends) {

	}

}
