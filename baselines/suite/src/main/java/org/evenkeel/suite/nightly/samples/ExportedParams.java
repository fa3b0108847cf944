package org.evenkeel.suite.nightly.samples;

import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Parameters in one cell: {@code name=value;name=value}; a semicolon in a value is written twice. */
public final class ExportedParams {

    private ExportedParams() {}

    /** As one text. */
    public static String written(Map<String, String> params) {
        StringJoiner all = new StringJoiner(";");
        params.forEach((name, value) -> all.add(name + "=" + value.replace(";", ";;")));
        return all.toString();
    }

    /**
     * Reads it back.
     *
     * @throws IllegalArgumentException where a part is not of this form
     */
    static SortedMap<String, String> read(String text) {
        SortedMap<String, String> params = new TreeMap<>();
        int at = 0;
        while (at < text.length()) {
            StringBuilder one = new StringBuilder();
            while (at < text.length() && !(text.charAt(at) == ';' && !text.startsWith(";;", at))) {
                at += text.startsWith(";;", at) ? 1 : 0;
                one.append(text.charAt(at++));
            }
            int equals = one.indexOf("=");
            if (equals < 1) {
                throw new IllegalArgumentException("expected name=value, found \"" + one + '"');
            }
            params.put(one.substring(0, equals), one.substring(equals + 1));
            at++;
        }
        return params;
    }
}
