package org.evenkeel.compare.stored;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.evenkeel.compare.samples.Environment;

/** A folder name for an environment: a few facts to recognise it by, and a digest of all that matter. */
public final class EnvironmentName {

    private static final List<String> SHOWN =
            List.of("cpu.model", "cpu.count", "memory", "jvm.version", "jvm.collector");

    private EnvironmentName() {}

    /** The name for one. */
    public static String of(Environment environment) {
        SortedMap<String, String> facts = environment.identity();
        String shown = SHOWN.stream()
                .map(fact ->
                        fact.equals("cpu.count") && facts.containsKey(fact) ? facts.get(fact) + "cpu" : facts.get(fact))
                .filter(Objects::nonNull)
                .map(EnvironmentName::plain)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("-"));
        return (shown.length() > 80 ? shown.substring(0, 80) : shown)
                + String.format(Locale.ROOT, "-%08x", digest(facts));
    }

    private static String plain(String fact) {
        return fact.toLowerCase(Locale.ROOT)
                .replaceAll("\\((r|tm)\\)|\\bcpu\\b|processor|@.*", "")
                .replaceAll("[^a-z0-9.]+", "-")
                .replaceAll("^-+|-+$", "");
    }

    private static int digest(SortedMap<String, String> facts) {
        java.util.zip.CRC32 digest = new java.util.zip.CRC32();
        facts.forEach((fact, value) ->
                digest.update((fact + "=" + value + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return (int) digest.getValue();
    }
}
