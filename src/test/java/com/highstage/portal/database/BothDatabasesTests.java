package com.highstage.portal.database;

import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;

import com.highstage.portal.database.Database.Kind;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class BothDatabasesTests {

	private static final Set<Kind> SEEN = EnumSet.noneOf(Kind.class);

	private final Database database;

	BothDatabasesTests(Database database) {
		this.database = database;
	}

	@RepeatedTest(2)
	void eachMethodMeetsMigratedTablesAndNobodyElsesRows() {
		SEEN.add(this.database.kind());
		this.database.jdbc().sql("create table left_behind (id integer)").update();
		Integer migrations = this.database.jdbc()
			.sql("select count(*) from flyway_schema_history")
			.query(Integer.class)
			.single();
		assertThat(migrations).isPositive();
	}

	@AfterAll
	static void hasRunSomewhere() {
		assertThat(SEEN).isNotEmpty();
	}

}
