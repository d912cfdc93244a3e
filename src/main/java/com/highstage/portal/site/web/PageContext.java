package com.highstage.portal.site.web;

import org.jspecify.annotations.Nullable;

import com.highstage.portal.site.Language;
import com.highstage.portal.site.Visitor;

/**
 * What the layout of every page needs.
 *
 * @param path where the page is, to come back to after a choice of language
 * @param language the page's language
 * @param visitor who is signed in, if anybody
 */
record PageContext(String path, Language language, @Nullable Visitor visitor) {

	public Language[] languages() {
		return Language.values();
	}

}
