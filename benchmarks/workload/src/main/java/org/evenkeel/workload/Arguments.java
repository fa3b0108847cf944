package org.evenkeel.workload;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A checked value for each parameter of one hot path. */
public final class Arguments {

    private final SortedMap<String, String> values;

    Arguments(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    /** The value of a parameter that takes words. */
    public String text(String parameter) {
        String value = values.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException(
                    "the path has no parameter \"" + parameter + "\"; it declares " + values.keySet());
        }
        return value;
    }

    /** The value of a parameter that takes a whole number. */
    public long number(String parameter) {
        return Long.parseLong(text(parameter));
    }

    /** The value of a parameter that takes a whole number which fits an {@code int}. */
    public int integer(String parameter) {
        return Math.toIntExact(number(parameter));
    }

    /** Whether a parameter that takes {@code true} or {@code false} is true. */
    public boolean flag(String parameter) {
        return Boolean.parseBoolean(text(parameter));
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
