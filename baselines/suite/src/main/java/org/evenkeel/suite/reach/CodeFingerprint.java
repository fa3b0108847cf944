package org.evenkeel.suite.reach;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that can influence one benchmark.
 *
 * @param parts name of each reached class ({@code com.acme.Foo}), resource ({@code com/acme/foo.properties}) and the like,
 *     with the SHA-256 of what counts of it
 */
public record CodeFingerprint(SortedMap<String, String> parts) {

    public CodeFingerprint {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** SHA-256 of all parts and their names. */
    public String hash() {
        StringBuilder all = new StringBuilder();
        parts.forEach((name, hash) -> all.append(name).append('\n').append(hash).append('\n'));
        return Hash.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Names of what differs from {@code base}, was added or was removed, sorted; empty where both are the same code. */
    public List<String> differencesTo(CodeFingerprint base) {
        TreeSet<String> names = new TreeSet<>(parts.keySet());
        names.addAll(base.parts.keySet());
        names.removeIf(name -> Objects.equals(parts.get(name), base.parts.get(name)));
        return List.copyOf(names);
    }

    /** How many classes were reached. */
    public int classes() {
        return (int) parts.keySet().stream()
                .filter(name -> !name.contains("/") && !name.contains(" "))
                .count();
    }
}
