package com.highstage.portal.operator.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import com.highstage.portal.Addresses;
import com.highstage.portal.account.Person;
import com.highstage.portal.evidence.removal.PartState;
import com.highstage.portal.evidence.removal.Removal;
import com.highstage.portal.evidence.removal.Removals;
import com.highstage.portal.invitation.customer.CustomerId;
import com.highstage.portal.onboarding.Journey;
import com.highstage.portal.onboarding.Step;
import com.highstage.portal.onboarding.work.Traveller;
import com.highstage.portal.simulator.Microsoft365Simulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An operator who ends connections, and what becomes of them.
 *
 * @param work the operator's browser, with a customer
 * @param microsoft365 Microsoft's side
 * @param jdbc the database
 * @param journey connects
 * @param removals takes back
 * @param traveller signs people in
 */
record Ending(OperatorAtWork work, Microsoft365Simulator microsoft365, JdbcClient jdbc, Journey journey,
		Removals removals, Traveller traveller) {

	static final String REASON = "The contract ended on 30 November";

	CustomerId connected() {
		CustomerId id = this.work.invite();
		Person admin = this.work.begun(id);
		this.journey.request(admin, Step.CHECK, Addresses.planned(OperatorAtWork.ADMIN));
		assertThat(this.traveller.awaitEnd(admin).finished()).isTrue();
		this.work.surfer.open("/operator/customers/" + id + "/match");
		this.work.act(id, "match", Desktop.press(this.work.surfer),
				Map.of("same", "", "name", "Fabrikam A/S", "reference", "K-1"));
		return id;
	}

	String look(CustomerId id) {
		this.work.surfer.open("/operator/customers/" + id + "/end");
		return Desktop.press(this.work.surfer);
	}

	String end(CustomerId id) {
		String press = look(id);
		end(id, press, "Fabrikam A/S");
		assertThat(this.work.surfer.body()).contains("The connection has ended");
		return press;
	}

	void end(CustomerId id, String press, String name) {
		this.work.act(id, "end", press, Map.of("name", name, "reason", REASON));
	}

	Map<String, Object> row() {
		return this.jdbc.sql("select * from highstage_connection_v1").query().singleRow();
	}

	void nothingIsStored() {
		Map<String, Object> row = row();
		assertThat(row.get("status")).isEqualTo("ended");
		assertThat(row.get("sealed_credential")).isNull();
		assertThat(this.jdbc.sql("""
				select count(*) from credential where sealed_credential <> '' or working_copy is not null
				""").query(Integer.class).single()).isZero();
	}

	Removal.Standing awaitWaiting(Person person) {
		return await(person,
				(standing) -> standing.current() != null && standing.current().state() == PartState.WAITING_FOR_PERSON);
	}

	void awaitOver(Person person) {
		await(person, (standing) -> standing.removal().isOver());
	}

	private Removal.Standing await(Person person, java.util.function.Predicate<Removal.Standing> there) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> this.removals.latest(person.tenant()).orElse(null),
					(standing) -> standing != null && there.test(standing));
	}

	List<JsonNode> applications() {
		return this.microsoft365.organisation("fabrikam.example")
			.path("applications")
			.valueStream()
			.filter((one) -> one.path("uniqueName").asString("").startsWith("highstage-mail-"))
			.toList();
	}

	void nothingIsLeft() {
		assertThat(applications()).isEmpty();
		JsonNode exchange = this.microsoft365.organisation("fabrikam.example").path("exchange");
		assertThat(exchange.path("servicePrincipals")).isEmpty();
		assertThat(exchange.path("mailboxPermissions")).isEmpty();
	}

}
