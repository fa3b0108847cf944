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
import org.evenkeel.suite.ab.plan.AbBenchmark;
import org.evenkeel.suite.plan.PlannedBenchmark;
import org.evenkeel.suite.plan.ProfileEvent;

/**
 * The commands that tell why something regressed: {@code scripts/profile} on the same two sides.
 *
 * @param commands one for each path and form that regressed, ready for a shell; empty when nothing did
 */
public record ProfileOffer(List<String> commands) {

    private static final String PREFIX = PlannedBenchmark.BENCHMARK_CLASS + ".";

    /** What every shell takes for one plain word. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,=@%+-]+");

    public ProfileOffer {
        commands = List.copyOf(commands);
    }

    /**
     * What explains a comparison. A benchmark that is no hot path is left out: {@code scripts/profile} does not know it.
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
            if (!regressed.isEmpty()
                    && benchmark.benchmark().startsWith(PREFIX)
                    && benchmark.params().containsKey("path")) {
                commands.add(command(benchmark, regressed, sides));
            }
        }
        return new ProfileOffer(commands);
    }

    /** The offer for a terminal; empty when there is none. */
    public String text() {
        return Words.commands(commands);
    }

    private static boolean isOf(Row row, AbBenchmark benchmark) {
        return row.identity().benchmark().equals(benchmark.benchmark())
                && row.identity().mode().equals(benchmark.mode())
                && row.identity().params().equals(benchmark.params());
    }

    private static String command(AbBenchmark benchmark, List<Row> regressed, List<String> sides) {
        Form form = Form.named(benchmark.benchmark().substring(PREFIX.length()));
        List<String> words = new ArrayList<>(List.of("scripts/profile", "--path", path(benchmark), "--form"));
        words.add(form.method());
        words.add("--event");
        words.add(events(form, regressed).stream().map(ProfileEvent::written).collect(Collectors.joining(",")));
        words.addAll(sides);
        return words.stream().map(ProfileOffer::quoted).collect(Collectors.joining(" "));
    }

    /** The path with what was planted in its current side, which is where the profile plants it too. */
    private static String path(AbBenchmark benchmark) {
        String path = Objects.requireNonNull(benchmark.params().get("path"));
        return benchmark.planted().isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + benchmark.planted();
    }

    /** Time may have gone into work or into waiting, and only among several callers into waiting for one another. */
    private static Set<ProfileEvent> events(Form form, List<Row> regressed) {
        Set<ProfileEvent> events = EnumSet.noneOf(ProfileEvent.class);
        for (Row row : regressed) {
            if (row.metric().kind() == MetricKind.EXACT) {
                events.add(ProfileEvent.ALLOC);
            } else {
                events.add(ProfileEvent.CPU);
                events.add(ProfileEvent.WALL);
                if (form.threads() > 1) {
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
