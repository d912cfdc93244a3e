package com.highstage.portal.account;

/**
 * Somebody of Highstage who may invite customers and help them; resolved from the session
 * for controller arguments of this type. A command that takes one cannot be given by
 * anybody else.
 *
 * @param person who it is, in the vendor's own organisation
 */
public record Operator(Person person) {

}
