package com.highstage.portal.audit;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

import com.highstage.portal.audit.AuditChain.ChainState;

/**
 * Lets whoever runs the portal verify the audit chain, on the port for health probes.
 */
@Component
@Endpoint(id = "auditchain")
class AuditChainEndpoint {

	private final AuditChain chain;

	AuditChainEndpoint(AuditChain chain) {
		this.chain = chain;
	}

	@ReadOperation
	ChainState verify() {
		return this.chain.verify();
	}

}
