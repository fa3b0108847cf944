package org.evenkeel.leakcheck.rates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.evenkeel.leakcheck.command.Commands;
import org.evenkeel.leakcheck.command.ExitStatus;
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

/** Measures what a watch costs the watched JVM: the throughput of a busy service with a watch and without, in turn. */
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
            for (int pair = 0; pair < pairs; pair++) {
                boolean watchedFirst = pair % 2 == 0;
                double first = watchedFirst ? watched(service, rates) : read(rates, seconds);
                double second = watchedFirst ? read(rates, seconds) : watched(service, rates);
                costs[pair] = watchedFirst ? 1 - first / second : 1 - second / first;
                output.println(String.format(Locale.ROOT, "pair %d: cost %.2f %%", pair + 1, 100 * costs[pair]));
                output.flush();
            }
            Arrays.sort(costs);
            output.println(String.format(
                    Locale.ROOT,
                    "median cost %.2f %% of the throughput (%.2f %% to %.2f %%), %d pairs",
                    100 * costs[pairs / 2],
                    100 * costs[0],
                    100 * costs[pairs - 1],
                    pairs));
        } finally {
            service.destroyForcibly();
        }
        return ExitStatus.OK;
    }

    private double watched(Process service, BufferedReader rates)
            throws IOException, InterruptedException, LiveRefused {
        try (LiveJvm jvm = LiveJvm.connect(Long.toString(service.pid()))) {
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
            double rate = read(rates, seconds);
            run.stop();
            watch.join();
            return rate;
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
