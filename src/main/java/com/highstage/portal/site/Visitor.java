package com.highstage.portal.site;

/**
 * Who is signed in, as the header of every page shows it.
 *
 * @param name the person's display name
 * @param organisation the organisation's display name
 * @param staff whether it is somebody of Highstage, who has a desk here
 */
public record Visitor(String name, String organisation, boolean staff) {

}
