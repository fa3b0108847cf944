package org.evenkeel.workload;

import java.util.List;
import java.util.Objects;

/**
 * Something that can be set about a hot path, with its default and the values it takes.
 *
 * @param name lower camel case, as written in {@code path?name=value}
 * @param defaultValue the value when none is given; one of those allowed
 * @param values which values are allowed
 * @param description what it decides, in one line
 * @param role whether it describes the path or stands for a change of its code
 */
public record Parameter(String name, String defaultValue, Values values, String description, Role role) {

    public Parameter {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(role, "role");
        if (!name.matches("[a-z][a-zA-Z0-9]*")) {
            throw new IllegalArgumentException("parameter name \"" + name + "\" is not in lower camel case");
        }
        if (!values.allow(defaultValue)) {
            throw new IllegalArgumentException(
                    "default \"" + defaultValue + "\" of parameter " + name + " is not " + values.describe());
        }
    }

    /** A parameter with a fixed set of values, the first of which is the default. */
    public static Parameter choice(String name, String description, String... values) {
        return new Parameter(name, values[0], new OneOf(List.of(values)), description, Role.SETTING);
    }

    /** A parameter that takes a whole number from {@code least} to {@code most}. */
    public static Parameter number(String name, String description, long defaultValue, long least, long most) {
        return new Parameter(
                name, Long.toString(defaultValue), new WholeNumber(least, most), description, Role.SETTING);
    }

    /** The same parameter, standing for a change of the code. */
    public Parameter asFault() {
        return new Parameter(name, defaultValue, values, description, Role.FAULT);
    }

    /** What a parameter says about a result that was measured with it. */
    public enum Role {
        /** Part of what was measured: results with different values are different benchmarks. */
        SETTING,
        /**
         * A planted change of the code: a result with it is compared with a result without it, as a changed version of a
         * service is compared with the version before.
         */
        FAULT
    }

    /** The values a parameter takes. */
    public sealed interface Values {
        /** Whether {@code value} is one of them. */
        boolean allow(String value);

        /** What is allowed, as it stands behind "is not" or "one of" in a message. */
        String describe();
    }

    /** One of a few words. */
    public record OneOf(List<String> words) implements Values {
        public OneOf {
            words = List.copyOf(words);
        }

        @Override
        public boolean allow(String value) {
            return words.contains(value);
        }

        @Override
        public String describe() {
            return String.join("|", words);
        }
    }

    /** A whole number within bounds, both included. */
    public record WholeNumber(long least, long most) implements Values {
        @Override
        public boolean allow(String value) {
            try {
                long number = Long.parseLong(value);
                return least <= number && number <= most;
            } catch (NumberFormatException e) {
                return false;
            }
        }

        @Override
        public String describe() {
            return most == Long.MAX_VALUE ? least + " or more" : least + " to " + most;
        }
    }
}
