package org.evenkeel.workload;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * A hot path and what is set about it, written {@code name?parameter=value&parameter=value}.
 *
 * @param name the path's name
 * @param settings the values given, sorted by parameter; what is not given has its default
 */
public record PathSpec(String name, SortedMap<String, String> settings) {

    public PathSpec {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /**
     * Reads the written form.
     *
     * @throws BadPathException when {@code text} is not of that form
     */
    public static PathSpec parse(String text) {
        int mark = text.indexOf('?');
        String name = mark < 0 ? text : text.substring(0, mark);
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new BadPathException("path \"" + text
                    + "\": expected a name of lower-case letters, digits and hyphens, then perhaps"
                    + " ?parameter=value&parameter=value");
        }
        SortedMap<String, String> settings = new TreeMap<>();
        if (mark >= 0) {
            for (String setting : text.substring(mark + 1).split("&", -1)) {
                int equals = setting.indexOf('=');
                if (equals < 1) {
                    throw new BadPathException("path \"" + text + "\": expected parameter=value, found \"" + setting
                            + "\"; several are joined by &");
                }
                if (settings.put(setting.substring(0, equals), setting.substring(equals + 1)) != null) {
                    throw new BadPathException("path \"" + text + "\": parameter \"" + setting.substring(0, equals)
                            + "\" is given twice; give it once");
                }
            }
        }
        return new PathSpec(name, settings);
    }

    /** This path with other values on top of its own. */
    public PathSpec with(Map<String, String> more) {
        SortedMap<String, String> both = new TreeMap<>(settings);
        both.putAll(more);
        return new PathSpec(name, both);
    }

    /** The written form, parameters sorted, so that equal specs are equal as text. */
    @Override
    public String toString() {
        if (settings.isEmpty()) {
            return name;
        }
        StringJoiner written = new StringJoiner("&", name + "?", "");
        settings.forEach((parameter, value) -> written.add(parameter + "=" + value));
        return written.toString();
    }
}
