package com.highstage.portal.audit;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import com.highstage.portal.audit.AuditChain.Broken;
import com.highstage.portal.audit.AuditChain.ChainState;
import com.highstage.portal.audit.AuditChain.Intact;
import com.highstage.portal.audit.AuditChain.Reason;

import static org.assertj.core.api.Assertions.assertThat;

class AuditChainEndpointTests {

	@Test
	void tellsHowLongAnIntactChainIs() {
		assertThat(answer(new Intact(5, "00ff"))).isEqualTo("{\"entries\":5,\"end\":\"00ff\"}");
	}

	@Test
	void namesTheFirstEntryThatDoesNotFit() {
		assertThat(answer(new Broken(3, Reason.CHANGED))).isEqualTo("{\"sequence\":3,\"reason\":\"CHANGED\"}");
	}

	private static String answer(ChainState state) {
		return JsonMapper.shared().writeValueAsString(new AuditChainEndpoint(() -> state).verify());
	}

}
