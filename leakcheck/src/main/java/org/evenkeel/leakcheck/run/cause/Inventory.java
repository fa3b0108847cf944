package org.evenkeel.leakcheck.run.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a JVM has at one moment, other than objects.
 *
 * @param things descriptors, threads, files: a description by what tells one from another
 * @param amounts what has no identity, such as the loaders of a kind, by name
 */
record Inventory(Map<String, String> things, Map<String, Long> amounts) {

    private static final int MOST = 20;

    Inventory {
        things = Map.copyOf(things);
        amounts = Map.copyOf(amounts);
    }

    /** What came in since another one, a line each. */
    List<String> since(Inventory before) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(amounts).forEach((name, amount) -> {
            long more = amount - before.amounts.getOrDefault(name, 0L);
            if (more > 0) {
                lines.add(more + " " + name);
            }
        });
        Map<String, String> fresh = new TreeMap<>(things);
        fresh.keySet().removeAll(before.things.keySet());
        fresh.values().stream().limit(MOST).forEach(lines::add);
        if (fresh.size() > MOST) {
            lines.add("and " + (fresh.size() - MOST) + " more");
        }
        return lines;
    }
}
