package org.evenkeel.compare.samples;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What results say about their JVM, kept once for all results that say the same. */
final class SharedFacts {

    private final Map<Map<String, String>, SortedMap<String, String>> known = new HashMap<>();

    SortedMap<String, String> of(Map<String, String> facts) {
        return known.computeIfAbsent(facts, given -> Collections.unmodifiableSortedMap(new TreeMap<>(given)));
    }
}
