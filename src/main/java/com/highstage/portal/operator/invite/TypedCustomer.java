package com.highstage.portal.operator.invite;

/**
 * What somebody typed of a customer, nothing checked yet.
 *
 * @param name the customer's name
 * @param reference Highstage's own reference
 * @param address the administrator's mail address
 * @param language the language to write in; empty for the usual one
 * @param protocols names of protocols; empty for the usual ones
 * @param mailboxes mail addresses
 * @param domain a domain of the organisation that is expected
 * @param days how many days each link can be used; empty for the usual time
 * @param personalLine a line of the operator's own
 */
public record TypedCustomer(String name, String reference, String address, String language, String protocols,
		String mailboxes, String domain, String days, String personalLine) {

	@Override
	public String toString() {
		return "TypedCustomer[" + this.name + "]";
	}

}
