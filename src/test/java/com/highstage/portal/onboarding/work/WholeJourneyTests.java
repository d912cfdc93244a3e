package com.highstage.portal.onboarding.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import com.highstage.portal.PlainJourney;
import com.highstage.portal.account.Person;
import com.highstage.portal.database.Database.Kind;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One whole journey, page by page, on the embedded database.
 */
@JourneyTest
class WholeJourneyTests {

	private static final String ADMIN = "admin@contoso.example";

	@Autowired
	private PortalProperties portal;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Traveller traveller;

	@Autowired
	private Invariants invariants;

	@Autowired
	private SessionRepository<? extends Session> sessions;

	@Value("${tests.database:H2}")
	private Kind kind;

	@BeforeEach
	void reset() {
		this.traveller.reset();
	}

	@Test
	void fromTheFirstPageToASecretThatOpensFromTheView() throws Exception {
		assertThat(product()).isEqualToIgnoringCase(this.kind.name());
		new PlainJourney(this.portal.url()).travel(ADMIN);
		Person admin = this.traveller.signIn(ADMIN);
		assertThat(this.traveller.awaitEnd(admin).finished()).isTrue();
		this.invariants.finished("contoso.example");
		assertThat(count("highstage_connection_v1")).isOne();
		assertThat(count("spring_session")).isPositive();
	}

	@Test
	void twoRequestsOfOneSessionAddTheSameThing() {
		addTwice(this.sessions);
	}

	@Test
	void tokensThatHaveExpiredAreErasedByThemselves() {
		this.traveller.signIn(ADMIN, ADMIN);
		assertThat(count("delegated_access where token is not null")).isPositive();
		this.jdbc.sql("update delegated_access set expires_at = :past").param("past", now().minusSeconds(1)).update();
		await("erased in time").until(() -> {
			bringForward("forget-outlived-sign-ins");
			return count("delegated_access where token is not null") == 0;
		});
	}

	/**
	 * Again and again: a run that has just begun sets the time of the next one as it
	 * ends.
	 */
	private void bringForward(String task) {
		this.jdbc.sql("update scheduled_tasks set execution_time = :now where task_name = :task and not picked")
			.param("now", now())
			.param("task", task)
			.update();
	}

	private static <S extends Session> void addTwice(SessionRepository<S> sessions) {
		S made = sessions.createSession();
		sessions.save(made);
		S one = Objects.requireNonNull(sessions.findById(made.getId()));
		S other = Objects.requireNonNull(sessions.findById(made.getId()));
		one.setAttribute("thing", "one");
		other.setAttribute("thing", "other");
		sessions.save(one);
		sessions.save(other);
		S found = Objects.requireNonNull(sessions.findById(made.getId()));
		assertThat(found.<String>getAttribute("thing")).isEqualTo("other");
	}

	private String product() throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			return connection.getMetaData().getDatabaseProductName();
		}
	}

	private long count(String rows) {
		return this.jdbc.sql("select count(*) from " + rows).query(Long.class).single();
	}

	private static OffsetDateTime now() {
		return OffsetDateTime.now(ZoneOffset.UTC);
	}

}
