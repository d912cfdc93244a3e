package com.highstage.portal.operator.desk;

import java.util.List;

/**
 * The words of a search.
 *
 * @param all the words, the one that fewest customers have first
 * @param rare whether it is cheaper to look at everybody who has that one
 */
record SoughtWords(List<byte[]> all, boolean rare) {

}
