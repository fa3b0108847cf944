package org.evenkeel.compare.samples;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.kernel.UnitNames;

/**
 * For how long a result says that each of its forks was warmed up and measured.
 *
 * @param words such as {@code 5 x 10 s after 5 x 10 s of warm-up}; empty in files that do not say all of it
 * @param measuredSeconds of one fork, above 0; empty where no time is said, as for single shots
 */
public record Settings(String words, OptionalDouble measuredSeconds) {

    /** What is known of a result that says nothing. */
    public static final Settings UNKNOWN = new Settings("", OptionalDouble.empty());

    /** How JMH writes a time. */
    private static final Pattern TIME = Pattern.compile("(\\d+) (\\p{Alpha}+)");

    /** By the fields of a result of JMH, as they are written in it. */
    static Settings of(Map<String, String> fields) {
        if (fields.size() < 4) {
            return UNKNOWN;
        }
        String iterations = fields.getOrDefault("measurementIterations", "");
        String time = fields.getOrDefault("measurementTime", "");
        String words = iterations + " x " + time + " after " + fields.get("warmupIterations") + " x "
                + fields.get("warmupTime") + " of warm-up";
        return new Settings(words, seconds(iterations, time));
    }

    private static OptionalDouble seconds(String iterations, String time) {
        Matcher matcher = TIME.matcher(time);
        if (!matcher.matches() || !iterations.matches("\\d+")) {
            return OptionalDouble.empty();
        }
        double seconds = Double.parseDouble(iterations)
                * Double.parseDouble(matcher.group(1))
                * UnitNames.seconds(matcher.group(2)).orElse(0);
        return seconds > 0 && Double.isFinite(seconds) ? OptionalDouble.of(seconds) : OptionalDouble.empty();
    }
}
