package com.highstage.portal.site;

/**
 * Who is signed in, as the header of every page shows it.
 *
 * @param name the person's display name
 * @param organisation the organisation's display name
 */
public record Visitor(String name, String organisation) {

}
