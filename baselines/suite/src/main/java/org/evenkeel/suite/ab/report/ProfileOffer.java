package org.evenkeel.suite.ab.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.plan.PlannedBenchmark;
import org.evenkeel.suite.plan.ProfileEvent;

/**
 * The commands that tell why something regressed: {@code scripts/profile} on the same two sides.
 *
 * @param commands one for each path and form that regressed, ready for a shell; empty when nothing did
 */
public record ProfileOffer(List<String> commands) {

    private static final String PREFIX = PlannedBenchmark.BENCHMARK_CLASS + ".";

    private static final String PROFILE = "scripts/profile";

    private static final int LONGEST = 500;

    /** What every shell takes for one plain word. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,=@%+-]+");

    public ProfileOffer {
        commands = List.copyOf(commands);
    }

    /**
     * What explains a comparison.
     *
     * @param measured the benchmarks of the comparison
     * @param sides both sides, in the words of {@code scripts/profile}
     */
    public static ProfileOffer of(Comparison comparison, List<AbBenchmark> measured, List<String> sides) {
        List<String> commands = new ArrayList<>();
        for (AbBenchmark benchmark : measured) {
            List<Row> regressed = comparison.rows().stream()
                    .filter(row -> row.fails() && row.verdict() instanceof Verdict.Regressed)
                    .filter(row -> isOf(row, benchmark))
                    .toList();
            if (!regressed.isEmpty()) {
                commands.add(command(benchmark, regressed, sides));
            }
        }
        return new ProfileOffer(commands);
    }

    /** The offer for a terminal; empty when there is none. */
    public String text() {
        return Words.commands(commands);
    }

    /** Whether one of them is too long for anybody to read or to copy, as with the class paths of a Maven project. */
    public boolean isUnwieldy() {
        return commands.stream().anyMatch(command -> command.length() > LONGEST);
    }

    /**
     * All of them as a script for a shell that runs wherever it lies.
     *
     * @param program what starts the commands of Evenkeel, one word each
     */
    public String script(List<String> program) {
        String start = program.stream().map(ProfileOffer::quoted).collect(Collectors.joining(" ")) + " profile";
        return commands.stream()
                .map(command -> start + command.substring(PROFILE.length()) + "\n")
                .collect(Collectors.joining("", "#!/bin/sh\n", ""));
    }

    /** The offer of a script, by the name of its file, in place of what it holds. */
    public static ProfileOffer ofScript(String file) {
        return new ProfileOffer(List.of("sh " + quoted(file)));
    }

    private static boolean isOf(Row row, AbBenchmark benchmark) {
        return row.identity().benchmark().equals(benchmark.benchmark())
                && row.identity().mode().equals(benchmark.mode())
                && row.identity().params().equals(benchmark.params());
    }

    private static String command(AbBenchmark benchmark, List<Row> regressed, List<String> sides) {
        List<String> words = new ArrayList<>(List.of(PROFILE));
        if (benchmark.benchmark().startsWith(PREFIX) && benchmark.params().containsKey("path")) {
            Form form = Form.named(benchmark.benchmark().substring(PREFIX.length()));
            words.addAll(List.of("--path", path(benchmark), "--form", form.method()));
        } else {
            words.addAll(List.of("--benchmark", "^" + benchmark.benchmark() + "$"));
            benchmark.params().forEach((name, value) -> words.addAll(List.of("--param", name + "=" + value)));
        }
        words.add("--event");
        words.add(events(callers(benchmark, regressed), regressed).stream()
                .map(ProfileEvent::written)
                .collect(Collectors.joining(",")));
        words.addAll(sides);
        return words.stream().map(ProfileOffer::quoted).collect(Collectors.joining(" "));
    }

    /** Of somebody's own benchmark only its result tells. */
    private static int callers(AbBenchmark benchmark, List<Row> regressed) {
        return Math.max(
                benchmark.threads(),
                regressed.stream()
                        .mapToInt(row -> row.identity().threads())
                        .max()
                        .orElse(1));
    }

    /** The path with what was planted in its current side, which is where the profile plants it too. */
    private static String path(AbBenchmark benchmark) {
        String path = Objects.requireNonNull(benchmark.params().get("path"));
        return benchmark.planted().isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + benchmark.planted();
    }

    /** Time may have gone into work or into waiting, and only among several callers into waiting for one another. */
    private static Set<ProfileEvent> events(int callers, List<Row> regressed) {
        Set<ProfileEvent> events = EnumSet.noneOf(ProfileEvent.class);
        for (Row row : regressed) {
            if (row.metric().kind() == MetricKind.EXACT) {
                events.add(ProfileEvent.ALLOC);
            } else {
                events.add(ProfileEvent.CPU);
                events.add(ProfileEvent.WALL);
                if (callers > 1) {
                    events.add(ProfileEvent.LOCK);
                }
            }
        }
        return events;
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
