package com.highstage.portal.onboarding.work;

import org.springframework.test.context.TestPropertySource;

/**
 * The same on PostgreSQL, where whoever waited for a row looks at it again.
 */
@TestPropertySource(properties = "tests.database=POSTGRESQL")
class LookAfterConfirmationOnPostgresTests extends LookAfterConfirmationTests {

}
