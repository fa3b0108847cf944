package org.evenkeel.baselines.samples;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How fast the machine was while a session was measured, by the time that a fixed piece of work took beside its benchmarks.
 * It does not depend on the code that is measured, so a difference is the machine's alone.
 */
public final class MachineSpeed {

    private static final String MICROS = "yardstick.us";
    /** The work is done by a library of the JVM that runs the command, so only times of one such JVM compare. */
    private static final String JVM = "yardstick.jvm";

    /** On an idle machine the yardstick moves by 3 % or so; from here on it is another speed. */
    private static final double MOST_CHANGE = 0.15;

    private MachineSpeed() {}

    /** An environment with its speed written down. */
    public static Environment in(Environment environment, double micros, String jvm) {
        SortedMap<String, String> context = new TreeMap<>(environment.context());
        context.putAll(Map.of(MICROS, String.format(Locale.ROOT, "%.1f", micros), JVM, jvm));
        return new Environment(environment.identity(), context);
    }

    /** How many times as long the work took in one session as in another; empty where that is not known of both. */
    public static OptionalDouble ratio(Session current, Session base) {
        Optional<SortedMap<String, String>> here = current.environment().map(Environment::context);
        Optional<SortedMap<String, String>> there = base.environment().map(Environment::context);
        if (here.isEmpty()
                || there.isEmpty()
                || !here.get().containsKey(MICROS)
                || !there.get().containsKey(MICROS)
                || !here.get().getOrDefault(JVM, "").equals(there.get().get(JVM))) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(here.get().get(MICROS))
                / Double.parseDouble(there.get().get(MICROS)));
    }

    /** Whether nothing is known against it that the machine was as fast in one session as in the other. */
    public static boolean alike(Session current, Session base) {
        double ratio = ratio(current, base).orElse(1);
        return ratio <= 1 + MOST_CHANGE && ratio >= 1 / (1 + MOST_CHANGE);
    }
}
