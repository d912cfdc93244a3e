package com.highstage.portal.drift;

import org.springframework.test.context.TestPropertySource;

/**
 * The same on PostgreSQL.
 */
@TestPropertySource(properties = "tests.database=POSTGRESQL")
class DriftMeanwhileOnPostgresTests extends DriftMeanwhileTests {

}
