package com.highstage.portal.operator.web;

import org.springframework.test.context.TestPropertySource;

/**
 * The same on PostgreSQL.
 */
@TestPropertySource(properties = "tests.database=POSTGRESQL")
class AtTheSameTimeOnPostgresTests extends AtTheSameTimeTests {

}
