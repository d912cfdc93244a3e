package com.highstage.portal.operator.action;

import org.springframework.test.context.TestPropertySource;

/**
 * The same on PostgreSQL.
 */
@TestPropertySource(properties = "tests.database=POSTGRESQL")
class PressesOnPostgresTests extends PressesTests {

}
