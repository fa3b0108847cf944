package org.evenkeel.baselines.run.interleaved;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.baselines.plan.interleaved.AbBenchmark;
import org.evenkeel.baselines.plan.interleaved.AbPlan;
import org.evenkeel.baselines.plan.interleaved.Arm;
import org.evenkeel.baselines.plan.interleaved.ForkShape;
import org.evenkeel.baselines.run.Children;
import org.evenkeel.baselines.run.Failure;
import org.evenkeel.baselines.run.ForkArguments;
import org.evenkeel.baselines.run.interleaved.turns.TurnTaker;
import org.evenkeel.baselines.run.sides.Sides;

/** Runs one fork of one benchmark of one side, with a JMH process of its own, so that a run can stop after any block. */
final class ForkRunner {

    /** Longest that JMH lets one iteration go over its time before it interrupts it. */
    private static final String HANG = "60s";

    private final Path java;
    private final AbPlan plan;
    private final Sides sides;
    private final AbFolder folder;
    private final Path turnJar;

    ForkRunner(Path java, AbPlan plan, Sides sides, AbFolder folder) {
        this.java = java;
        this.plan = plan;
        this.sides = sides;
        this.folder = folder;
        this.turnJar = folder.file("turns.jar");
    }

    /** Makes what the forks need; once, before the first of them. */
    void prepare() throws IOException {
        TurnJar.write(turnJar);
    }

    /**
     * Runs a fork and keeps its result.
     *
     * @param turns the port at which its turns are given
     * @return why there is no number; empty when there is one
     */
    Optional<String> run(AbBenchmark benchmark, int block, Arm arm, String turns)
            throws IOException, InterruptedException {
        Path evidence = folder.evidence(benchmark, block, arm);
        Files.deleteIfExists(evidence.resolve("violations.txt"));
        Path log = evidence.resolve("jmh.log");
        Path result = evidence.resolve("jmh.json");
        ProcessBuilder builder = new ProcessBuilder(command(benchmark, arm, result))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("EVENKEEL_EVIDENCE", evidence.toAbsolutePath().toString());
        builder.environment().put(TurnTaker.PORT, turns);
        Process jmh = Children.start(builder);
        try {
            jmh.getOutputStream().close();
            int status = jmh.waitFor();
            if (status == 0 && Files.isRegularFile(result)) {
                Files.move(result, folder.fork(benchmark, block, arm), StandardCopyOption.REPLACE_EXISTING);
                return Optional.empty();
            }
            return Optional.of(Failure.of(evidence, log, status));
        } finally {
            Children.kill(jmh);
        }
    }

    private List<String> command(AbBenchmark benchmark, Arm arm, Path result) {
        ForkShape shape = folder.shape(benchmark, plan.shape());
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                // The run holds JMH's lock itself: two of its own are meant to be there at once.
                "-Djmh.ignoreLock=true",
                "-cp",
                Stream.concat(sides.of(arm).stream(), Stream.of(turnJar))
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)),
                "org.openjdk.jmh.Main",
                "^" + Pattern.quote(benchmark.benchmark()) + "$",
                "-bm",
                benchmark.mode(),
                "-f",
                "1",
                "-wi",
                Integer.toString(shape.warmupIterations()),
                "-w",
                millis(shape.warmupIterationTime()),
                "-i",
                Integer.toString(shape.iterations()),
                "-r",
                millis(shape.iterationTime()),
                "-wf",
                "0",
                "-to",
                HANG,
                "-foe",
                "true",
                // JMH stops its profilers in reverse, so that what waiting allocates is not counted.
                "-prof",
                TurnJar.PROFILER,
                "-prof",
                "gc",
                "-rf",
                "json",
                "-rff",
                result.toString()));
        benchmark.params().forEach((name, value) -> {
            command.add("-p");
            command.add(name + "=" + value);
        });
        command.addAll(ForkArguments.of(plan.jvmArguments(), arm == Arm.CURRENT ? benchmark.planted() : ""));
        return command;
    }

    private static String millis(Duration time) {
        return time.toMillis() + "ms";
    }
}
