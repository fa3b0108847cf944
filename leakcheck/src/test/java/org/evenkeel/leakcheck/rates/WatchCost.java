package org.evenkeel.leakcheck.rates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.evenkeel.kernel.Commands;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.leakcheck.fixtures.BusyService;
import org.evenkeel.leakcheck.fixtures.Workloads;
import org.evenkeel.leakcheck.run.live.LiveJvm;
import org.evenkeel.leakcheck.run.live.LiveRefused;
import org.evenkeel.leakcheck.run.live.LiveRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures what a watch costs the watched JVM: the throughput of a busy service with a watch and without, in turn, and the processor
 * time of all threads of that JVM but the one that serves. The throughput shows every cost, if roughly; the processor time only
 * what the watch makes the JVM do, and that to a fraction of a per mille.
 */
@Command(name = "watch-cost", mixinStandardHelpOptions = true, description = "What a watch costs the watched JVM.")
public final class WatchCost implements Callable<ExitStatus> {

    private static final long WARMUP_SECONDS = 10;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--pairs", description = "How often to measure with and without.")
    private int pairs = 10;

    @Option(names = "--seconds", description = "Length of each measurement.")
    private int seconds = 20;

    @Option(names = "--interval", description = "Seconds between samples of the watch.")
    private int intervalSeconds = 10;

    /** Runs it. */
    public static void main(String[] args) {
        Commands.main(new WatchCost(), args);
    }

    @Override
    public ExitStatus call() throws IOException, InterruptedException, LiveRefused {
        PrintWriter output = Objects.requireNonNull(spec).commandLine().getOut();
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        Workloads.classPath().toString(),
                        BusyService.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader rates = service.inputReader()) {
            read(rates, WARMUP_SECONDS);
            double[] costs = new double[pairs];
            double[] busier = new double[pairs];
            for (int pair = 0; pair < pairs; pair++) {
                boolean watchedFirst = pair % 2 == 0;
                Stretch first = watchedFirst ? watched(service, rates) : stretch(service, rates);
                Stretch second = watchedFirst ? stretch(service, rates) : watched(service, rates);
                Stretch with = watchedFirst ? first : second;
                Stretch without = watchedFirst ? second : first;
                costs[pair] = 1 - with.requestsPerSecond() / without.requestsPerSecond();
                busier[pair] = with.others() - without.others();
                output.println(String.format(
                        Locale.ROOT,
                        "pair %d: cost %.2f %%; other threads took %.3f %% of a processor with it, %.3f %% without",
                        pair + 1,
                        100 * costs[pair],
                        100 * with.others(),
                        100 * without.others()));
                output.flush();
            }
            output.println(summary("cost of the throughput", costs));
            output.println(summary("more of a processor taken by other threads", busier));
        } finally {
            service.destroyForcibly();
        }
        return ExitStatus.OK;
    }

    /**
     * What the service did for some seconds.
     *
     * @param others processor time of all its threads but the one that serves, a second
     */
    private record Stretch(double requestsPerSecond, double others) {}

    private String summary(String what, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%s: median %.3f %% (%.3f %% to %.3f %%), %d pairs",
                what,
                100 * sorted[pairs / 2],
                100 * sorted[0],
                100 * sorted[pairs - 1],
                pairs);
    }

    private Stretch stretch(Process service, BufferedReader rates) throws IOException {
        Map<String, Long> before = nanosByThread(service);
        long start = System.nanoTime();
        double rate = read(rates, seconds);
        double elapsed = System.nanoTime() - start;
        long[] taken = nanosByThread(service).entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .toArray();
        long all = LongStream.of(taken).sum();
        // The one that serves is by far the busiest.
        return new Stretch(rate, (all - LongStream.of(taken).max().orElse(0)) / elapsed);
    }

    /** The kernel counts what each thread has run, in nanoseconds. */
    private static Map<String, Long> nanosByThread(Process process) throws IOException {
        Map<String, Long> nanos = new HashMap<>();
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            for (Path thread : threads.toList()) {
                String run = Files.readString(thread.resolve("schedstat"));
                nanos.put(String.valueOf(thread.getFileName()), Long.parseLong(run.substring(0, run.indexOf(' '))));
            }
        }
        return nanos;
    }

    private Stretch watched(Process service, BufferedReader rates)
            throws IOException, InterruptedException, LiveRefused {
        try (LiveJvm jvm = LiveJvm.connect(Long.toString(service.pid()), opened -> {})) {
            LiveRun run = new LiveRun(jvm, Optional.empty(), false);
            CountDownLatch going = new CountDownLatch(1);
            Thread watch = new Thread(() -> {
                try {
                    run.follow(Duration.ofDays(1), Duration.ofSeconds(intervalSeconds), seen -> going.countDown());
                } catch (LiveRefused | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            watch.start();
            going.await(1, TimeUnit.MINUTES);
            read(rates, 1);
            Stretch stretch = stretch(service, rates);
            run.stop();
            watch.join();
            return stretch;
        }
    }

    /** Mean requests per second over the next seconds, each of which the service tells of by a line. */
    private static double read(BufferedReader rates, long count) throws IOException {
        while (rates.ready()) {
            // From before.
            rates.readLine();
        }
        double sum = 0;
        for (long i = 0; i < count; i++) {
            sum += Double.parseDouble(Objects.requireNonNull(rates.readLine(), "the service has ended"));
        }
        return sum / count;
    }
}
