package org.evenkeel.suite.ab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenkeel.suite.ab.plan.AbPlan;
import org.evenkeel.suite.ab.plan.ForkShape;
import org.evenkeel.suite.ab.run.turns.TurnTaker;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.run.JmhArguments;
import org.evenkeel.suite.run.JmhJvm;
import org.evenkeel.suite.run.JmhOutcome;
import org.evenkeel.suite.run.TimeLimit;
import org.evenkeel.suite.sides.Arm;
import org.evenkeel.suite.sides.Sides;

/** Runs one fork of one benchmark of one side, with a JMH process of its own, so that a run can stop after any block. */
final class ForkInTurn {

    /**
     * A method waits for its compiled code. Otherwise a race decides: the compiler works from what the program did until it
     * got round to the method, and forks of the same code can end up compiled in two ways, one half as fast again as the
     * other, until they end. Waiting, all forks of one side are compiled alike. Nor does the compiler of one side then work
     * in the other's turn. Stands before what the user says, who can turn it back.
     */
    private static final String COMPILED_IN_THE_FOREGROUND = "-XX:-BackgroundCompilation";

    private final Path java;
    private final AbPlan plan;
    private final Sides sides;
    private final AbFolder folder;
    private final Path turnJar;
    private final boolean timesRequests;

    ForkInTurn(Path java, AbPlan plan, Sides sides, AbFolder folder) {
        this.java = java;
        this.plan = plan;
        this.sides = sides;
        this.folder = folder;
        this.turnJar = folder.file("turns.jar");
        this.timesRequests = Latency.canBeTimed(sides);
    }

    /** Makes what the forks need; once, before the first of them. */
    void prepare() throws IOException {
        TurnJar.write(turnJar);
    }

    /** Whether there are tails that only one of the sides can time. */
    boolean lacksTails() {
        return !timesRequests && plan.benchmarks().stream().anyMatch(Latency::hasTail);
    }

    /**
     * Runs a fork and keeps its result.
     *
     * @param turns where its turns are given
     */
    JmhOutcome run(AbBenchmark benchmark, int block, Arm arm, String turns, TimeLimit limit)
            throws IOException, InterruptedException {
        Path evidence = folder.evidence(benchmark, block, arm);
        Files.deleteIfExists(evidence.resolve("violations.txt"));
        JmhJvm.Destination to =
                new JmhJvm.Destination(evidence, evidence.resolve("jmh.log"), folder.fork(benchmark, block, arm), 1);
        List<Path> classPath =
                Stream.concat(sides.of(arm).stream(), Stream.of(turnJar)).toList();
        return new JmhJvm(java, classPath, arguments(benchmark, arm))
                .run(to, limit, environment(benchmark, turns), TurnTaker.class.getName());
    }

    private static Map<String, String> environment(AbBenchmark benchmark, String turns) {
        return Latency.hasTail(benchmark)
                ? Map.of(TurnTaker.ADDRESS, turns, TurnTaker.COUNT, "")
                : Map.of(TurnTaker.ADDRESS, turns);
    }

    private JmhArguments arguments(AbBenchmark benchmark, Arm arm) {
        ForkShape shape = folder.shape(benchmark, plan.shape());
        // What waiting for a turn allocates is in no number, since the profiler of allocation stops before that of the
        // turns.
        JmhArguments arguments = JmhArguments.of(benchmark.benchmark(), benchmark.mode(), benchmark.params())
                .forks(1)
                .warmup(shape.warmupIterations(), shape.warmupIterationTime())
                .measured(shape.iterations(), shape.iterationTime())
                .profiler(TurnJar.PROFILER);
        if (timesRequests && Latency.hasTail(benchmark)) {
            // Behind the turns and before the allocation, so that what it does to its samples is in its own turn and in
            // no number.
            arguments.profiler(Latency.PROFILER);
        }
        List<String> jvmArguments = new ArrayList<>(List.of(COMPILED_IN_THE_FOREGROUND));
        jvmArguments.addAll(plan.jvmArguments());
        return arguments.profiler("gc").jvm(jvmArguments, arm == Arm.CURRENT ? benchmark.planted() : "");
    }
}
