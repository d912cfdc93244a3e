package com.highstage.portal.onboarding.work;

import java.time.Instant;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.highstage.portal.onboarding.OnboardingId;

/**
 * The right to work on a journey, in the journey's row.
 */
final class JdbcLeases {

	private final JdbcClient jdbc;

	JdbcLeases(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Nullable Long take(OnboardingId id, Instant now, Instant until) {
		int taken = this.jdbc.sql("""
				update onboarding set epoch = epoch + 1, lease_until = :until
				where onboarding_id = :id and status = 'ACTIVE' and (lease_until is null or lease_until < :now)
				""")
			.param("until", until.atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("id", id.value())
			.update();
		return (taken == 1) ? this.jdbc.sql("select epoch from onboarding where onboarding_id = :id")
			.param("id", id.value())
			.query(Long.class)
			.single() : null;
	}

	boolean hold(OnboardingId id, long epoch, Instant until) {
		return this.jdbc.sql("""
				update onboarding set lease_until = :until
				where onboarding_id = :id and epoch = :epoch and status = 'ACTIVE' and lease_until is not null
				""")
			.param("until", until.atOffset(ZoneOffset.UTC))
			.param("id", id.value())
			.param("epoch", epoch)
			.update() == 1;
	}

	void release(OnboardingId id, long epoch) {
		this.jdbc.sql("""
				update onboarding set lease_until = null, alarm_epoch = :epoch
				where onboarding_id = :id and epoch = :epoch
				""").param("id", id.value()).param("epoch", epoch).update();
	}

	boolean hearsAlarm(OnboardingId id, long epoch) {
		return this.jdbc.sql("select count(*) from onboarding where onboarding_id = :id and alarm_epoch = :epoch")
			.param("id", id.value())
			.param("epoch", epoch)
			.query(Long.class)
			.single() > 0;
	}

	void free(OnboardingId id) {
		this.jdbc.sql("update onboarding set lease_until = null where onboarding_id = :id")
			.param("id", id.value())
			.update();
	}

	void freeAll() {
		this.jdbc.sql("update onboarding set lease_until = null where lease_until is not null").update();
	}

}
