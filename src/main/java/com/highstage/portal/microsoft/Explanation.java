package com.highstage.portal.microsoft;

/**
 * Which words explain a failure to an administrator: messages {@code explain.<key>.what},
 * {@code .why}, {@code .todo} and {@code .who}.
 *
 * @param key the catalogue's key
 * @param code Microsoft's original code, shown after the words
 * @param reference what to read out on the phone
 */
public record Explanation(String key, String code, String reference) {

}
