package com.highstage.portal.operator.web.desk;

import org.springframework.test.context.TestPropertySource;

/**
 * The same on PostgreSQL.
 */
@TestPropertySource(properties = "tests.database=POSTGRESQL")
class DeskFollowsOnPostgresTests extends DeskFollowsTests {

}
