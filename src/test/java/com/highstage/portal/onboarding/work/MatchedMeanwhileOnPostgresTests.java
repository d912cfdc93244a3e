package com.highstage.portal.onboarding.work;

import org.springframework.test.context.TestPropertySource;

/**
 * The same on PostgreSQL.
 */
@TestPropertySource(properties = "tests.database=POSTGRESQL")
class MatchedMeanwhileOnPostgresTests extends MatchedMeanwhileTests {

}
