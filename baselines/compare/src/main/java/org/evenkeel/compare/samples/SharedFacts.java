package org.evenkeel.compare.samples;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What results of one file say about their JVM, and about how long they were measured, kept and worked out once for all that say the same. */
final class SharedFacts {

    private final Map<Map<String, String>, SortedMap<String, String>> known = new HashMap<>();
    private final Map<Map<String, String>, Settings> settings = new HashMap<>();
    private final Map<List<String>, String> flags = new HashMap<>();

    SortedMap<String, String> of(Map<String, String> facts) {
        return known.computeIfAbsent(facts, given -> Collections.unmodifiableSortedMap(new TreeMap<>(given)));
    }

    /** Those of a result, by its fields as they are written in it. */
    Settings settings(Map<String, String> fields) {
        return settings.computeIfAbsent(fields, Settings::of);
    }

    /** Those of a JVM's arguments that matter, on one line. */
    String flags(List<String> arguments) {
        return flags.computeIfAbsent(arguments, JvmFlags::thatMatter);
    }
}
