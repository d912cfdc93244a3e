package com.highstage.portal.operator.invite;

import com.highstage.portal.site.Language;

/**
 * What counts where nothing is said.
 *
 * @param language the language to write in
 * @param days how many days each link can be used
 */
public record Usual(Language language, int days) {

}
