package org.evenkeel.suite.plain;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.PathJudged;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.suite.ab.command.InTurn;
import org.evenkeel.suite.ab.plan.AbPlan;
import org.evenkeel.suite.ab.plan.ForkShape;
import org.evenkeel.suite.ab.run.AbFolder;
import org.evenkeel.suite.ab.run.MergedForks;
import org.evenkeel.suite.ab.verdict.SequentialRule;
import org.evenkeel.suite.command.JudgedInTurn;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.reach.CodeFingerprint;
import org.evenkeel.suite.reach.Differences;
import org.evenkeel.suite.reach.Reach;
import org.evenkeel.suite.report.parts.MeasuredSide;
import org.evenkeel.suite.run.BenchmarkList;
import org.evenkeel.suite.run.OwnModes;
import org.evenkeel.suite.run.PlainBenchmarks;
import org.evenkeel.suite.run.RunFolder;
import org.evenkeel.suite.sides.KeptCode;
import org.evenkeel.suite.sides.Sides;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which benchmarks of somebody's own JMH jar got slower than in another jar. One that can reach the same code on both sides
 * needs no measurement; the others share one run in turn, each until it is decided.
 */
public final class PlainInTurn implements JudgedInTurn {

    /** What a changed benchmark may take; those that are decided sooner leave the others more. */
    private static final Duration PER_BENCHMARK = Duration.ofSeconds(150);

    private static final String FOLDER = "in-turn";

    private final RunPlan plan;
    private final Sides sides;
    private final Path java;
    private final RunFolder folder;
    private final Settings settings;
    private final PrintWriter err;
    private final List<PathJudged> judged = new ArrayList<>();
    private @Nullable InTurn measured;
    private volatile boolean stopped;

    /**
     * How they are measured.
     *
     * @param budget for each changed benchmark; empty for as long as one usually needs
     * @param all whether those that run the same code are measured too
     * @param mostOfOthers share of the machine that others may use during a block
     * @param asked which benchmarks were asked for, of the base too
     * @param mayGo which benchmarks of the base may be missing now
     */
    public record Settings(
            Optional<Duration> budget,
            boolean all,
            double mostOfOthers,
            PlainBenchmarks.Asked asked,
            Predicate<String> mayGo) {}

    /**
     * Copies the jars as they are now: somebody who builds again meanwhile must not change what is measured.
     *
     * @param base class path of the code to compare with
     * @param current class path of the code as it is now
     * @param folder of the run; parts that are there are gone on from
     */
    public PlainInTurn(
            RunPlan plan,
            List<Path> base,
            List<Path> current,
            Path java,
            RunFolder folder,
            Settings settings,
            PrintWriter err) {
        this.plan = plan;
        this.java = java;
        this.folder = folder;
        this.settings = settings;
        this.err = err;
        KeptCode copies = new KeptCode(folder.file("sides"));
        this.sides = new Sides(copies(copies, base), copies(copies, current));
    }

    private static List<Path> copies(KeptCode copies, List<Path> classPath) {
        return classPath.stream()
                .map(copies::keep)
                .map(copies::find)
                .map(copy -> copy.toAbsolutePath().normalize())
                .toList();
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        if (measured != null) {
            measured.stop();
        }
    }

    @Override
    public boolean isStopped() {
        return stopped;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        List<AbBenchmark> changed = changed();
        OwnModes.inOtherModes(sides.current(), changed).ifPresent(line -> {
            err.println(line);
            err.flush();
        });
        List<List<Path>> forks = List.of();
        if (!changed.isEmpty()) {
            InTurn inTurn = inTurn(changed);
            if (begin(inTurn)) {
                inTurn.measure(err);
            }
            forks = inTurn.currentForks();
        }
        MergedForks.write(folder.file(SessionFiles.JMH), forks);
    }

    private synchronized boolean begin(InTurn inTurn) {
        measured = inTurn;
        return !stopped;
    }

    private InTurn inTurn(List<AbBenchmark> changed) {
        Path place = folder.file(FOLDER);
        AbFolder parts = AbFolder.open(place, Files.exists(place.resolve("plan.txt")));
        Duration budget = settings.budget.orElse(PER_BENCHMARK).multipliedBy(changed.size());
        // The same benchmarks draw the same orders, so that a run that goes on needs no seed of its own.
        AbPlan abPlan = new AbPlan(
                changed,
                ForkShape.SHORT,
                budget,
                plan.jvmArguments(),
                changed.toString().hashCode());
        Options options = SequentialRule.OPTIONS;
        double alpha = Math.min(options.alpha(), SequentialRule.RUN_ALPHA / changed.size());
        return new InTurn(java, abPlan, sides, parts, options.withConfidence(1 - alpha), settings.mostOfOthers);
    }

    /** Those that have to be measured; the others are judged here. */
    private List<AbBenchmark> changed() throws IOException, InterruptedException {
        List<AbBenchmark> asked = PlainBenchmarks.inTurn(plan.plain());
        List<AbBenchmark> before = BenchmarkList.ask(java, "the base", sides.base(), ".*", Map.of(), "thrpt");
        Reach reachNow = Reach.open(sides.current());
        Reach reachBefore = Reach.open(sides.base());
        Map<String, Differences> differences = new LinkedHashMap<>();
        Map<String, Integer> parts = new LinkedHashMap<>();
        List<AbBenchmark> changed = new ArrayList<>();
        settings.asked.gone(before, asked).stream()
                .map(PlainInTurn::subject)
                .forEach(name -> judged.add(new PathJudged.Gone(name, settings.mayGo.test(name))));
        for (AbBenchmark one : asked) {
            String name = subject(one);
            Optional<AbBenchmark> old = before.stream()
                    .filter(other -> other.benchmark().equals(one.benchmark()))
                    .findFirst();
            if (old.isEmpty()) {
                judged.add(new PathJudged.Added(name));
                continue;
            }
            if (!old.get().params().keySet().equals(one.params().keySet())) {
                judged.add(new PathJudged.NotInTurn(
                        name,
                        "the base has the parameters " + old.get().params().keySet() + " in place of "
                                + one.params().keySet()));
                continue;
            }
            if (!differences.containsKey(one.benchmark())) {
                CodeFingerprint now = reachNow.ofBenchmark(one.benchmark());
                differences.put(
                        one.benchmark(),
                        Differences.of(reachNow, now, reachBefore, reachBefore.ofBenchmark(one.benchmark())));
                parts.put(one.benchmark(), now.parts().size());
            }
            Differences found = Objects.requireNonNull(differences.get(one.benchmark()));
            List<String> here = found.changed();
            if (here.isEmpty() && !settings.all) {
                judged.add(new PathJudged.SameCode(name, parts.getOrDefault(one.benchmark(), 0), found.renamed()));
            } else {
                judged.add(
                        new PathJudged.InTurn(name, here.isEmpty() ? List.of("nothing (--all was asked for)") : here));
                changed.add(one);
            }
        }
        return changed;
    }

    /** What the rows of a benchmark are told from others by. */
    private static String subject(AbBenchmark one) {
        return one.identity().path();
    }

    @Override
    public List<PathJudged> judged() {
        List<String> order = PlainBenchmarks.inTurn(plan.plain()).stream()
                .map(PlainInTurn::subject)
                .toList();
        return judged.stream()
                .sorted(Comparator.comparing(one -> order.indexOf(one.path())))
                .toList();
    }

    @Override
    public List<Row> rows() {
        return measured == null ? List.of() : measured.judged().rows();
    }

    @Override
    public MeasuredSide baseSide() {
        return measured == null ? MeasuredSide.NONE : measured.baseSide();
    }

    @Override
    public MeasuredSide currentSide() {
        return measured == null ? MeasuredSide.NONE : measured.currentSide();
    }
}
