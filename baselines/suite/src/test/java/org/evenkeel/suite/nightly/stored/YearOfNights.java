package org.evenkeel.suite.nightly.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Night;
import org.evenkeel.suite.nightly.verdict.HistoryJudge;

/**
 * Measures how long a year of nights takes to be read, and to be judged: {@code YearOfNights [BENCHMARKS [FORKS]]}.
 *
 * <p>Makes such a store in a temporary folder, then reads it in fresh JVMs with the flags of the scripts, whose start is
 * counted, and judges it besides, and reads it again and again in this one.
 */
public final class YearOfNights {

    private static final String READ = "read";
    private static final String JUDGE = "judge";
    private static final int NIGHTS = 365;
    private static final long DAY_MILLIS = 86_400_000L;
    private static final long BEGIN_MILLIS = 1_700_000_000_000L;
    private static final int REPEATS = 7;

    private YearOfNights() {}

    /** What reading once took: by the clock, and of all processors. */
    private record Took(Duration elapsed, Duration processor) {}

    /** Prints the times. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 2 && (args[0].equals(READ) || args[0].equals(JUDGE))) {
            Took took = here(args[0], Path.of(args[1]));
            System.out.println(
                    took.elapsed().toMillis() + " " + took.processor().toMillis());
            return;
        }
        int benchmarks = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int forks = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Path folder = Files.createTempDirectory("year-of-nights");
        try {
            new HistoryStore(folder).append(nights(benchmarks, forks));
            System.out.printf(
                    Locale.ROOT,
                    "%d nights of %d benchmarks with %d forks each, %.1f MiB%n",
                    NIGHTS,
                    benchmarks,
                    forks,
                    bytes(folder) / (double) (1 << 20));
            List<Took> cold = new ArrayList<>();
            List<Took> judged = new ArrayList<>();
            List<Took> warm = new ArrayList<>();
            for (int i = 0; i < REPEATS; i++) {
                cold.add(inAFreshJvm(READ, folder));
                judged.add(inAFreshJvm(JUDGE, folder));
            }
            for (int i = 0; i < 2 * REPEATS; i++) {
                warm.add(readHere(folder));
            }
            print("cold, the start of the JVM included", cold);
            print("the same, and judged", judged);
            print("warm", warm.subList(REPEATS, 2 * REPEATS));
        } finally {
            delete(folder);
        }
    }

    private static Took inAFreshJvm(String what, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        YearOfNights.class.getName(),
                        what,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] millis = String.valueOf(process.inputReader().readLine()).split(" ", -1);
        if (process.waitFor() != 0 || millis.length != 2) {
            throw new IllegalStateException("the fresh JVM ended with " + process.exitValue());
        }
        return new Took(Duration.ofMillis(Long.parseLong(millis[0])), Duration.ofMillis(Long.parseLong(millis[1])));
    }

    /** Reads it, perhaps judges it, and gives what this JVM took since it was started. */
    private static Took here(String what, Path folder) {
        History history = load(folder);
        if (what.equals(JUDGE)
                && HistoryJudge.judge(history).alarms().size() > history.lives().size()) {
            throw new IllegalStateException("noise alone alarmed in every benchmark");
        }
        ProcessHandle.Info self = ProcessHandle.current().info();
        return new Took(
                Duration.between(self.startInstant().orElseThrow(), Instant.now()),
                self.totalCpuDuration().orElseThrow());
    }

    private static Took readHere(Path folder) {
        Duration before = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        long start = System.nanoTime();
        History unused = load(folder);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new Took(
                elapsed,
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().minus(before));
    }

    private static History load(Path folder) {
        History history = new HistoryStore(folder).history();
        if (history.nights().size() != NIGHTS
                || history.lives().stream().anyMatch(life -> life.points().size() != NIGHTS)) {
            throw new IllegalStateException("a part of the year is missing");
        }
        return history;
    }

    private static void print(String name, List<Took> times) {
        System.out.printf(
                Locale.ROOT,
                "%s: processor time %s, by the clock %s%n",
                name,
                middle(times, took -> took.processor().toMillis() / 1e3),
                middle(times, took -> took.elapsed().toMillis() / 1e3));
    }

    private static String middle(List<Took> times, ToDoubleFunction<Took> seconds) {
        List<Double> sorted = new ArrayList<>();
        times.forEach(took -> sorted.add(seconds.applyAsDouble(took)));
        Collections.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%.2f s (%.2f to %.2f)",
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }

    private static List<StoredNight> nights(int benchmarks, int forks) {
        Metric metric = new Metric(Metric.SCORE, "ns/op", MetricKind.TIME, Direction.SMALLER_IS_BETTER);
        Random random = new Random(109);
        List<Identity> identities = new ArrayList<>();
        List<Double> levels = new ArrayList<>();
        for (int i = 0; i < benchmarks; i++) {
            identities.add(new Identity(
                    "com.acme.service.benchmarks.Group" + i / 10 + "Benchmark.case" + i % 10,
                    "avgt",
                    1,
                    new TreeMap<>(Map.of("size", Integer.toString(i))),
                    Metric.SCORE));
            levels.add(Math.exp(random.nextDouble() * 15));
        }
        List<StoredNight> nights = new ArrayList<>();
        for (int night = 0; night < NIGHTS; night++) {
            List<StoredNight.Result> results = new ArrayList<>();
            for (int i = 0; i < benchmarks; i++) {
                List<Double> values = new ArrayList<>();
                for (int fork = 0; fork < forks; fork++) {
                    values.add(levels.get(i) * Math.exp(0.02 * random.nextGaussian()));
                }
                results.add(new StoredNight.Result(identities.get(i), metric, values));
            }
            nights.add(new StoredNight(
                    "night-" + night,
                    new Night(
                            night,
                            BEGIN_MILLIS + night * DAY_MILLIS,
                            Integer.toHexString(night),
                            new TreeMap<>(Map.of("cpu.model", "M", "jvm.version", "17"))),
                    results));
        }
        return nights;
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
