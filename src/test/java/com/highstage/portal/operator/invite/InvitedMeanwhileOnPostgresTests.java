package com.highstage.portal.operator.invite;

import org.springframework.test.context.TestPropertySource;

/**
 * The same on PostgreSQL.
 */
@TestPropertySource(properties = "tests.database=POSTGRESQL")
class InvitedMeanwhileOnPostgresTests extends InvitedMeanwhileTests {

}
