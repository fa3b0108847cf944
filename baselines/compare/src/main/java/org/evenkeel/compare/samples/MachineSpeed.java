package org.evenkeel.compare.samples;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Environment.Difference;

/**
 * How fast the machine was while a session was measured, by the time that a fixed piece of work took beside its benchmarks.
 * It does not depend on the code that is measured, so a difference is the machine's alone.
 */
public final class MachineSpeed {

    private static final String PREFIX = "yardstick.";

    private static final String MICROS = PREFIX + "us";
    /** The work is done by a library of the JVM that runs the command, so only times of one such JVM compare. */
    private static final String JVM = PREFIX + "jvm";

    /** On an idle machine the yardstick moves by 3 % or so; from here on it is another speed. */
    private static final double MOST_CHANGE = 0.15;

    private static final SortedMap<String, String> NOTHING_KNOWN = Collections.emptySortedMap();

    private MachineSpeed() {}

    /** An environment with its speed written down. */
    public static Environment in(Environment environment, double micros, String jvm) {
        return environment
                .with(MICROS, String.format(Locale.ROOT, "%.1f", micros))
                .with(JVM, jvm);
    }

    /** How many times as long the work took in one session as in another; empty where that is not known of both. */
    public static OptionalDouble ratio(Session current, Session base) {
        return ratio(context(current), context(base));
    }

    private static OptionalDouble ratio(Map<String, String> current, Map<String, String> base) {
        OptionalDouble here = micros(current);
        OptionalDouble there = micros(base);
        return here.isPresent() && there.isPresent() && jvm(current).equals(jvm(base))
                ? OptionalDouble.of(here.getAsDouble() / there.getAsDouble())
                : OptionalDouble.empty();
    }

    /** What to say of two sessions in which the machine was not as fast. */
    public static SortedMap<String, Difference> difference(Session base, Session current) {
        return new TreeMap<>(
                Map.of(MICROS, new Difference(fact(context(base), MICROS), fact(context(current), MICROS))));
    }

    /** Sessions of one code, parted so that the machine was about as fast in all of a part. */
    public static Collection<List<Session>> parts(Collection<Session> sessions) {
        List<List<Session>> parts = new ArrayList<>();
        List<Session> bySpeed = sessions.stream()
                .sorted(Comparator.comparing((Session session) -> jvm(context(session)))
                        .thenComparing(session -> micros(context(session)).orElse(0)))
                .toList();
        for (Session session : bySpeed) {
            if (parts.isEmpty() || !alike(session, parts.get(parts.size() - 1).get(0))) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(session);
        }
        return parts;
    }

    /** Whether nothing is known against it that the machine was as fast in one session as in the other. */
    public static boolean alike(Session current, Session base) {
        return alike(context(current), context(base));
    }

    /** The same of what is written down of two runs. */
    public static boolean alike(Map<String, String> current, Map<String, String> base) {
        double ratio = ratio(current, base).orElse(1);
        return ratio <= 1 + MOST_CHANGE && ratio >= 1 / (1 + MOST_CHANGE);
    }

    /** What is written down of the machine's speed in a session; empty where nothing is. */
    public static SortedMap<String, String> facts(Session session) {
        return facts(context(session));
    }

    /** Those of some facts that tell of the machine's speed. */
    public static SortedMap<String, String> facts(SortedMap<String, String> all) {
        SortedMap<String, String> facts = new TreeMap<>(all);
        facts.keySet().removeIf(fact -> !fact.startsWith(PREFIX));
        return facts;
    }

    private static SortedMap<String, String> context(Session session) {
        return session.environment().map(Environment::context).orElse(NOTHING_KNOWN);
    }

    private static OptionalDouble micros(Map<String, String> facts) {
        try {
            double micros = Double.parseDouble(fact(facts, MICROS));
            return micros > 0 && Double.isFinite(micros) ? OptionalDouble.of(micros) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            // Not written down, or by somebody else.
            return OptionalDouble.empty();
        }
    }

    private static String jvm(Map<String, String> facts) {
        return fact(facts, JVM);
    }

    private static String fact(Map<String, String> facts, String name) {
        return facts.getOrDefault(name, "");
    }
}
