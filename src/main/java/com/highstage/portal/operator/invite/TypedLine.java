package com.highstage.portal.operator.invite;

/**
 * A line of a list of customers.
 *
 * @param number its place in the list, the header row being 1
 * @param customer what was typed
 */
record TypedLine(int number, TypedCustomer customer) {

}
