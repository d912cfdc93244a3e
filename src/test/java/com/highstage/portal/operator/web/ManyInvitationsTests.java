package com.highstage.portal.operator.web;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import com.highstage.portal.Surfer;
import com.highstage.portal.account.Operator;
import com.highstage.portal.onboarding.work.JourneyTest;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.operator.invite.Imports;
import com.highstage.portal.operator.invite.Imports.CustomerList;
import com.highstage.portal.operator.invite.Imports.Import;
import com.highstage.portal.operator.invite.Imports.Reading;
import com.highstage.portal.operator.invite.Usual;
import com.highstage.portal.site.Language;
import com.highstage.portal.site.PortalProperties;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
@TestPropertySource(properties = "tests.database=POSTGRESQL")
class ManyInvitationsTests {

	private static final int MANY = 300;

	@Autowired
	private PortalProperties portal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Imports imports;

	@Autowired
	private Traveller traveller;

	private Operator operator;

	@BeforeEach
	void reset() {
		this.traveller.reset();
		Desktop.clear(this.jdbc);
		this.operator = new Operator(
				this.traveller.signIn(new Surfer(this.portal.url()), "operator@highstage.example"));
	}

	@AfterEach
	void repair() {
		this.jdbc.sql("alter table customer drop constraint if exists not_this_one").update();
	}

	@Test
	void everybodyElseIsInvitedOnceAlthoughOneCannotBeAndTheListIsConfirmedTwice() {
		UUID list = read();
		// what is half done when a line fails must leave nothing behind
		this.jdbc.sql("alter table customer add constraint not_this_one check (name <> 'Customer 150')").update();
		this.imports.confirm(this.operator, list);
		this.imports.confirm(this.operator, list);
		Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> find(list).endedAt() != null);
		assertThat(find(list).invited()).isEqualTo(MANY - 1);
		assertThat(this.jdbc.sql("select name from invitation_import_line where verdict = 'FAILED'")
			.query(String.class)
			.list()).containsExactly("Customer 150");
		assertThat(count("customer")).isEqualTo(MANY - 1);
		assertThat(count("customer_link")).isEqualTo(MANY - 1);
		List<String> written = this.jdbc.sql("select recipient from outgoing_mail").query(String.class).list();
		Set<String> recipients = new HashSet<>(written);
		assertThat(written).hasSize(MANY - 1);
		assertThat(recipients).hasSize(MANY - 1);
		this.imports.confirm(this.operator, list);
		assertThat(count("customer")).isEqualTo(MANY - 1);
	}

	private UUID read() {
		String text = IntStream.range(0, MANY)
			.mapToObj((i) -> "Customer " + i + ",c" + i + "@fabrikam.example,K-" + i + "\n")
			.collect(Collectors.joining("", "name,address,reference\n", ""));
		Reading reading = this.imports.read(this.operator, new CustomerList(text, new Usual(Language.ENGLISH, 30)));
		assertThat(reading).isInstanceOf(Reading.Judged.class);
		return ((Reading.Judged) reading).id();
	}

	private Import find(UUID list) {
		return this.imports.find(list).orElseThrow();
	}

	private int count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Integer.class).single();
	}

}
