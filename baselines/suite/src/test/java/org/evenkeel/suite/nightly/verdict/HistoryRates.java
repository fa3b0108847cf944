package org.evenkeel.suite.nightly.verdict;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.suite.nightly.samples.CsvHistoryReader;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Life;
import org.evenkeel.suite.nightly.samples.Night;

/**
 * Measures how often the judge of a history is wrong: {@code HistoryRates nightly RUNS.CSV},
 * {@code HistoryRates simulated FOLDER_OF_JMH_FILES}, whose file names end with {@code -<commit>-jdk17.json},
 * {@code HistoryRates exact FOLDER_OF_SESSIONS} of unchanged code, and {@code HistoryRates drawn SERIES}, which needs no data.
 */
public final class HistoryRates {

    private static final double STEP = 1.10;
    private static final int SERIES = 400;

    private HistoryRates() {}

    /** Prints the rates. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("expected nightly RUNS.CSV, simulated FOLDER, exact FOLDER or drawn SERIES");
            System.exit(2);
        }
        if (args[0].equals("nightly")) {
            try (BufferedReader in = Files.newBufferedReader(Path.of(args[1]))) {
                nightly(CsvHistoryReader.read(in, args[1]));
            }
        } else if (args[0].equals("drawn")) {
            DrawnRates.print(Integer.parseInt(args[1]));
        } else if (args[0].equals("exact")) {
            ExactRates.print(Path.of(args[1]));
        } else {
            simulated(Path.of(args[1]));
        }
    }

    private static void nightly(History history) {
        rates("all benchmarks", history);
        rates("every second benchmark, from the first", half(history, 0));
        rates("every second benchmark, from the second", half(history, 1));
        lastNightAlone(history);
        changePoints("change points with the commits known", history);
        List<Night> unknown = new ArrayList<>();
        history.nights().forEach(night -> unknown.add(new Night(night.run(), night.epochMillis(), "")));
        changePoints("the same without knowing them", history, new History(unknown, history.lives()));
    }

    /** How often one night leaves something open, on unchanged code and where it is that much slower than it was. */
    private static void lastNightAlone(History history) {
        Set<Integer> unchanged = unchanged(history);
        Set<Integer> open = new HashSet<>();
        double[] factors = {1.5, 2, 10};
        int[] said = new int[factors.length];
        int planted = 0;
        for (Life life : history.lives()) {
            double[] badness = life.badness();
            for (int night = SetAside.NIGHTS_NEEDED; night < badness.length; night++) {
                int run = history.nights().get(life.points().get(night).night()).run();
                if (isFarBeyond(history, badness, night, 1)) {
                    open.add(run);
                }
                planted++;
                for (int i = 0; i < factors.length; i++) {
                    said[i] += isFarBeyond(history, badness, night, factors[i]) ? 1 : 0;
                }
            }
        }
        open.retainAll(unchanged);
        System.out.printf(
                Locale.ROOT,
                "the last night alone: %d of %d nights of unchanged code leave something open (%.1f %%); so do %.1f %%"
                        + " of single nights x1.5, %.1f %% of x2, %.1f %% of x10%n",
                open.size(),
                unchanged.size(),
                100.0 * open.size() / unchanged.size(),
                100.0 * said[0] / planted,
                100.0 * said[1] / planted,
                100.0 * said[2] / planted);
    }

    private static boolean isFarBeyond(History history, double[] badness, int last, double factor) {
        NightGate gate = new NightGate(Sensitivity.of(history.lives().size()));
        for (int night = 0; night < last; night++) {
            gate.next(badness[night]);
        }
        // Two slow nights in a row are an alarm.
        return gate.next(badness[last] + Math.log(factor)).isPresent() ? factor > 1 : gate.isFarBeyond();
    }

    private static History half(History history, int rest) {
        List<Life> lives = new ArrayList<>();
        for (int i = rest; i < history.lives().size(); i += 2) {
            lives.add(history.lives().get(i));
        }
        return new History(history.nights(), lives);
    }

    private static void rates(String name, History history) {
        Set<Integer> unchanged = unchanged(history);
        Set<Integer> alarmed = new HashSet<>();
        Set<Integer> raised = new HashSet<>();
        for (Alarm alarm : HistoryJudge.judge(history).alarms()) {
            alarmed.add(alarm.run());
            raised.add(alarm.raisedInRun());
        }
        alarmed.retainAll(unchanged);
        raised.retainAll(unchanged);
        Map<Identity, Integer> found = new TreeMap<>();
        history.lives().forEach(life -> found.put(life.identity(), 0));
        int planted = 0;
        for (int night = 25; night < history.nights().size() - 2; night++) {
            int from = history.nights().get(night).run();
            int until = history.nights().get(night + 1).run();
            Set<Identity> hit = new HashSet<>();
            for (Alarm alarm : HistoryJudge.alarms(slowed(history, night))) {
                if (alarm.run() >= from && alarm.run() <= until && alarm.kind() == Alarm.Kind.STEP) {
                    hit.add(alarm.identity());
                }
            }
            hit.forEach(identity -> found.merge(identity, 1, Integer::sum));
            planted++;
        }
        int third = planted / 3;
        List<Integer> visible =
                found.values().stream().filter(count -> count >= third).toList();
        System.out.printf(
                Locale.ROOT,
                "%s: %d of %d nights of unchanged code are alarmed (%.1f %%), on %d (%.1f %%) an alarm is raised; %.1f"
                        + " %% of +10 %% steps found within two nights, %.1f %% in the %d benchmarks in which at least a"
                        + " third are%n",
                name,
                alarmed.size(),
                unchanged.size(),
                100.0 * alarmed.size() / unchanged.size(),
                raised.size(),
                100.0 * raised.size() / unchanged.size(),
                100.0 * sum(found.values()) / planted / found.size(),
                100.0 * sum(visible) / planted / visible.size(),
                visible.size());
    }

    private static int sum(Collection<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    private static Set<Integer> unchanged(History history) {
        Set<Integer> unchanged = new HashSet<>();
        for (int i = 1; i < history.nights().size(); i++) {
            if (history.nights().get(i).isOfSameCommit(history.nights().get(i - 1))) {
                unchanged.add(history.nights().get(i).run());
            }
        }
        return unchanged;
    }

    /** The history up to two nights after a slowdown of all benchmarks. */
    private static History slowed(History history, int night) {
        List<Life> lives = new ArrayList<>();
        for (Life life : history.lives()) {
            List<Life.Point> points = new ArrayList<>();
            for (Life.Point point : life.points()) {
                if (point.night() <= night + 2) {
                    double factor = point.night() < night ? 1 : STEP;
                    points.add(new Life.Point(
                            point.night(),
                            point.forks().stream().map(fork -> fork * factor).toList()));
                }
            }
            lives.add(new Life(life.identity(), life.metric(), points));
        }
        return new History(history.nights(), lives);
    }

    private static void changePoints(String name, History judged) {
        changePoints(name, judged, judged);
    }

    private static void changePoints(String name, History history, History judged) {
        Set<Integer> unchanged = unchanged(history);
        Set<Identity> wrong = new HashSet<>();
        HistoryVerdict verdict = HistoryJudge.judge(judged);
        for (LevelChange change : verdict.changes()) {
            if (unchanged.contains(change.before().run())) {
                wrong.add(change.identity());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d in all; %d of %d series have one within a commit (%.1f %%)%n",
                name,
                verdict.changes().size(),
                wrong.size(),
                history.lives().size(),
                100.0 * wrong.size() / history.lives().size());
    }

    private static void simulated(Path folder) {
        List<double[]> pools = pools(folder);
        Random random = new Random(1);
        int located = 0;
        int elsewhere = 0;
        int drifts = 0;
        int calm = 0;
        for (int series = 0; series < SERIES; series++) {
            double[] pool = pools.get(series % pools.size());
            int nights = 40 + random.nextInt(80);
            int at = 10 + random.nextInt(nights - 20);
            double step = series % 2 == 0 ? Math.log(1.05) : -Math.log(1.05);
            double[] values = drawn(random, pool, nights);
            List<LevelChange> changes = HistoryJudge.judge(Nights.of(
                            Nights.TIME, nights, i -> new double[] {values[i] + (i >= at ? step : 0)}))
                    .changes();
            located +=
                    changes.stream().anyMatch(change -> Math.abs(change.before().run() - at) <= 2) ? 1 : 0;
            elsewhere += (int) changes.stream()
                    .filter(change -> Math.abs(change.before().run() - at) > 2)
                    .count();
            double[] drifting = drawn(random, pool, 116);
            HistoryVerdict drift = HistoryJudge.judge(Nights.of(Nights.TIME, 116, i ->
                    new double[] {drifting[i] + Math.max(0, i - 60) / 7.0 * 0.005}));
            drifts += drift.alarms().stream().anyMatch(alarm -> alarm.run() >= 60)
                            || drift.changes().stream()
                                    .anyMatch(change -> change.before().run() >= 60)
                    ? 1
                    : 0;
            double[] still = drawn(random, pool, 116);
            HistoryVerdict none = HistoryJudge.judge(Nights.of(Nights.TIME, 116, i -> new double[] {still[i]}));
            calm += none.changes().isEmpty() ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%d series from %d benchmarks: 5 %% steps located within 2 nights %.1f %%, other change points %.2f a"
                        + " series; drift of 0.5 %% a week found within 8 weeks %.1f %%; unchanged series without a change"
                        + " point %.1f %%%n",
                SERIES,
                pools.size(),
                100.0 * located / SERIES,
                (double) elsewhere / SERIES,
                100.0 * drifts / SERIES,
                100.0 * calm / SERIES);
    }

    private static double[] drawn(Random random, double[] pool, int count) {
        return DoubleStream.generate(() -> pool[random.nextInt(pool.length)])
                .limit(count)
                .toArray();
    }

    /** For each benchmark, what sessions of one commit deviate from their mean, on the log scale. */
    private static List<double[]> pools(Path folder) {
        Map<Identity, Map<String, List<Double>>> values = new TreeMap<>();
        for (Session session : SessionFiles.read(folder)) {
            String name = session.name();
            String commit = name.replaceAll(".*Z-([0-9a-f]+)-jdk17.json(\\.gz)?$", "$1");
            session.series().forEach((identity, series) -> {
                if (series.metric().kind() == MetricKind.TIME && series.isPositive()) {
                    double sum = 0;
                    for (double fork : series.forks()) {
                        sum += Math.log(fork);
                    }
                    values.computeIfAbsent(identity, key -> new TreeMap<>())
                            .computeIfAbsent(commit, key -> new ArrayList<>())
                            .add(sum
                                    / series.forks().length
                                    * (series.metric().direction() == Direction.SMALLER_IS_BETTER ? 1 : -1));
                }
            });
        }
        List<double[]> pools = new ArrayList<>();
        values.values().forEach(commits -> {
            List<Double> residuals = new ArrayList<>();
            commits.values().stream().filter(commit -> commit.size() > 1).forEach(commit -> {
                double mean = commit.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0);
                double scale = Math.sqrt(commit.size() / (commit.size() - 1.0));
                commit.forEach(value -> residuals.add((value - mean) * scale));
            });
            if (residuals.size() >= 12) {
                pools.add(residuals.stream().mapToDouble(Double::doubleValue).toArray());
            }
        });
        return pools;
    }
}
