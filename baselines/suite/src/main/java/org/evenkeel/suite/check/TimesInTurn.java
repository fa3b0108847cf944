package org.evenkeel.suite.check;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.evenkeel.compare.samples.AllForms;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.RawResult;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.PathJudged;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.ab.command.InTurn;
import org.evenkeel.suite.ab.plan.AbPlan;
import org.evenkeel.suite.ab.plan.ForkShape;
import org.evenkeel.suite.ab.run.AbFolder;
import org.evenkeel.suite.ab.run.FootprintFork;
import org.evenkeel.suite.ab.run.MergedForks;
import org.evenkeel.suite.ab.verdict.FormsTogether;
import org.evenkeel.suite.ab.verdict.SequentialRule;
import org.evenkeel.suite.command.JudgedInTurn;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.plan.PlannedPath;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.reach.CodeFingerprint;
import org.evenkeel.suite.reach.Differences;
import org.evenkeel.suite.reach.Reach;
import org.evenkeel.suite.report.parts.MeasuredSide;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.run.RunFolder;
import org.evenkeel.suite.sides.BaseCode;
import org.evenkeel.suite.sides.KeptCode;
import org.evenkeel.suite.sides.OneSidedPaths;
import org.evenkeel.suite.sides.SameContract;
import org.evenkeel.suite.sides.Sides;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which of a run's paths got slower than the code of a baseline. A path that runs the same code on both sides needs no
 * measurement; the others are measured in turn, one path after the other.
 */
public final class TimesInTurn implements JudgedInTurn {

    /** What a changed path may take for each of its forms. */
    private static final Duration PER_FORM = Duration.ofSeconds(75);

    /** One form alone has nobody to get time from when it is noisy. */
    private static final Duration LEAST = Duration.ofSeconds(150);

    /** A path that may be slower when its time is over, or in a form of which little can be said yet, gets that many times as much. */
    private static final int IN_DOUBT = 2;

    private static final String FOLDER = "in-turn";

    private final RunPlan plan;
    private final BaseCode.Found base;
    private final MeasuredClassPath current;
    private final Path java;
    private final RunFolder folder;
    private final Settings settings;
    private final PrintWriter err;
    private final List<PathJudged> judged = new ArrayList<>();
    private final List<InTurn> measured = new ArrayList<>();
    private final List<Row> footprints = new ArrayList<>();
    private volatile @Nullable InTurn running;
    private volatile boolean stopped;

    /**
     * How paths are measured.
     *
     * @param budget for each changed path; empty for as long as its forms usually need
     * @param all whether paths that run the same code are measured too, and every form of a path that is slower is settled
     * @param mostOfOthers share of the machine that others may use during a block
     * @param benchmarksOfRun how many benchmarks share the error that the run may make, where this is a shard of it; else 0
     * @param mayGo which paths of the base may be missing now; empty where it is no matter, as somebody asked for certain paths
     */
    public record Settings(
            Optional<Duration> budget,
            boolean all,
            double mostOfOthers,
            int benchmarksOfRun,
            Optional<Predicate<String>> mayGo) {

        private Duration usual(int forms) {
            Duration usual = PER_FORM.multipliedBy(forms);
            return budget.orElse(usual.compareTo(LEAST) < 0 ? LEAST : usual);
        }

        private Duration longest(int forms) {
            return budget.orElse(usual(forms).multipliedBy(IN_DOUBT));
        }
    }

    /** @param folder of the run; parts that are there are gone on from */
    public TimesInTurn(
            RunPlan plan,
            BaseCode.Found base,
            MeasuredClassPath current,
            Path java,
            RunFolder folder,
            Settings settings,
            PrintWriter err) {
        this.plan = plan;
        this.base = base;
        this.current = current;
        this.java = java;
        this.folder = folder;
        this.settings = settings;
        this.err = err;
    }

    @Override
    public void stop() {
        stopped = true;
        InTurn now = running;
        if (now != null) {
            now.stop();
        }
    }

    @Override
    public boolean isStopped() {
        return stopped;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        Map<PlannedPath, List<String>> changed = changed();
        Options options = options(Math.max(changed.size() * plan.forms().size(), settings.benchmarksOfRun));
        for (Map.Entry<PlannedPath, List<String>> one : changed.entrySet()) {
            String path = one.getKey().spec().toString();
            if (stopped) {
                judged.add(new PathJudged.NotInTurn(
                        path, "the run was stopped before; go on with --resume --out " + folder.path()));
                continue;
            }
            judged.add(new PathJudged.InTurn(path, one.getValue()));
            measure(one.getKey(), options);
        }
        MergedForks.write(
                folder.file(SessionFiles.JMH),
                measured.stream().flatMap(one -> one.currentForks().stream()).toList());
    }

    /** The paths that have to be measured, with what differs; the others are judged already. */
    private Map<PlannedPath, List<String>> changed() {
        boolean oneClassPath = base.classPath().equals(current.entries());
        Map<PlannedPath, List<String>> changed = new LinkedHashMap<>();
        MeasuredClassPath before = new MeasuredClassPath(base.classPath());
        Reach reachNow = Reach.open(current.entries());
        Reach reachBefore = Reach.open(base.classPath());
        Sides sides = new Sides(base.classPath(), current.entries());
        settings.mayGo.ifPresent(mayGo -> OneSidedPaths.gone(sides).stream()
                .map(path -> path.spec().toString())
                .forEach(name -> judged.add(new PathJudged.Gone(name, mayGo.test(name)))));
        Predicate<PlannedPath> isAdded = OneSidedPaths.areAdded(sides);
        for (PlannedPath path : plan.paths()) {
            String name = path.spec().toString();
            if (isAdded.test(path)) {
                judged.add(new PathJudged.Added(name));
                continue;
            }
            try {
                SameContract.require(sides, List.of(path));
            } catch (BadInputException differs) {
                judged.add(new PathJudged.NotInTurn(name, String.valueOf(differs.getMessage())));
                continue;
            }
            List<String> differences = new ArrayList<>();
            List<String> renamed = List.of();
            int parts = 0;
            if (!oneClassPath) {
                CodeFingerprint now =
                        reachNow.ofHotPath(current.provider(path.spec().name()));
                Differences found = Differences.of(
                        reachNow,
                        now,
                        reachBefore,
                        reachBefore.ofHotPath(before.provider(path.spec().name())));
                differences.addAll(found.changed());
                renamed = found.renamed();
                parts = now.parts().size();
            }
            path.faults().forEach((fault, value) -> differences.add("the planted fault " + fault + "=" + value));
            if (differences.isEmpty() && !settings.all) {
                judged.add(new PathJudged.SameCode(name, parts, renamed));
            } else {
                changed.put(path, differences.isEmpty() ? List.of("nothing (--all was asked for)") : differences);
            }
        }
        return changed;
    }

    /** All paths share the error that a run may make. */
    private static Options options(int benchmarks) {
        Options options = SequentialRule.OPTIONS;
        double alpha = Math.min(options.alpha(), SequentialRule.RUN_ALPHA / Math.max(1, benchmarks));
        return options.withConfidence(1 - alpha);
    }

    private void measure(PlannedPath path, Options options) throws IOException, InterruptedException {
        Path place = folder.file(FOLDER).resolve(path.spec().toString().replaceAll("[^A-Za-z0-9.=-]", "_"));
        AbFolder parts = AbFolder.open(place, Files.exists(place.resolve("plan.txt")));
        AbPlan abPlan = new AbPlan(
                benchmarks(path), ForkShape.SHORT, settings.longest(plan.forms().size()), plan.jvmArguments(), seed());
        Sides sides = sides();
        InTurn inTurn = new InTurn(java, abPlan, sides, parts, options, settings.mostOfOthers);
        measured.add(inTurn);
        running = inTurn;
        try {
            if (stopped) {
                return;
            }
            if (settings.all) {
                inTurn.measure(err);
            } else {
                inTurn.measureUntilOneIsSlower(settings.usual(plan.forms().size()), err);
            }
        } finally {
            running = null;
        }
        if (!stopped) {
            footprint(path, sides, parts);
        }
    }

    /** The jars as they are now, copied: somebody who builds again meanwhile must not change what is measured. */
    private Sides sides() {
        KeptCode copies = new KeptCode(folder.file("sides"));
        List<Path> now = current.entries().stream()
                .map(copies::keep)
                .map(copies::find)
                .map(copy -> copy.toAbsolutePath().normalize())
                .toList();
        return new Sides(base.classPath(), now);
    }

    private List<AbBenchmark> benchmarks(PlannedPath path) {
        return plan.forms().stream()
                .map(form -> AbBenchmark.of(path, form, "thrpt"))
                .toList();
    }

    private void footprint(PlannedPath path, Sides sides, AbFolder parts) throws IOException, InterruptedException {
        FootprintFork fork = new FootprintFork(java, plan.jvmArguments(), parts);
        Optional<Session> before = fork.run(sides.base(), path.spec().toString(), "", "base");
        Optional<Session> now = fork.run(sides.current(), path.spec().toString(), path.writtenFaults(), "current");
        if (before.isPresent() && now.isPresent()) {
            Comparison comparison =
                    Comparer.compare(List.of(before.get()), List.of(now.get()), List.of(), Options.DEFAULT);
            footprints.addAll(comparison.rows());
        }
    }

    /** A run that goes on draws the orders that it would have drawn without the interruption. */
    private long seed() {
        Path file = folder.file("seed.txt");
        try {
            if (Files.isRegularFile(file)) {
                return Long.parseLong(Files.readString(file).strip());
            }
        } catch (IOException | NumberFormatException drawAnother) {
            // Blocks that are there keep their order; only later ones are drawn anew.
        }
        long seed = new SecureRandom().nextInt(1_000_000);
        AtomicFiles.write(file, String.format(Locale.ROOT, "%d%n", seed));
        return seed;
    }

    @Override
    public List<PathJudged> judged() {
        List<String> order =
                plan.paths().stream().map(path -> path.spec().toString()).toList();
        return judged.stream()
                .sorted(Comparator.comparing(one -> order.indexOf(one.path())))
                .toList();
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (InTurn one : measured) {
            rows.addAll(one.judged().rows());
            for (AllForms what : AllForms.values()) {
                one.together(what).map(FormsTogether::row).ifPresent(rows::add);
            }
        }
        rows.addAll(footprints);
        return rows;
    }

    @Override
    public MeasuredSide baseSide() {
        return together(measured.stream().map(InTurn::baseSide).toList());
    }

    @Override
    public MeasuredSide currentSide() {
        return together(measured.stream().map(InTurn::currentSide).toList());
    }

    private static MeasuredSide together(List<MeasuredSide> sides) {
        if (sides.isEmpty()) {
            return MeasuredSide.NONE;
        }
        TreeMap<Identity, Series> series = new TreeMap<>();
        TreeMap<Identity, RawResult> raw = new TreeMap<>();
        for (MeasuredSide side : sides) {
            side.sessions().forEach(session -> series.putAll(session.series()));
            raw.putAll(side.newest());
        }
        String name = sides.get(0).sessions().get(0).name();
        return new MeasuredSide(List.of(new Session(name, series, new TreeMap<>(), List.of(), Optional.empty())), raw);
    }
}
