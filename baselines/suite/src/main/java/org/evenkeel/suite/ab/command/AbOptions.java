package org.evenkeel.suite.ab.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Grammar;
import org.evenkeel.kernel.Share;
import org.evenkeel.suite.ab.plan.ForkShape;
import org.evenkeel.suite.ab.verdict.SequentialRule;
import org.evenkeel.suite.command.JvmOptions;
import org.evenkeel.suite.command.RemovalOptions;
import org.evenkeel.suite.command.SelectionOptions;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code ab} can be told. */
final class AbOptions {

    /** What one benchmark takes at the most when nobody says otherwise: four forms in ten minutes. */
    private static final Duration BUDGET_PER_BENCHMARK = Duration.ofSeconds(150);

    private static final int MOST_RECORDED = 1000;

    @Option(
            names = "--base",
            paramLabel = "REF",
            description =
                    "Commit, branch or tag to compare the work tree with. Default: HEAD where there are uncommitted"
                            + " changes, else HEAD~1.")
    @Nullable
    String base;

    @Option(
            names = "--build",
            paramLabel = "COMMAND",
            description = "With --base: what builds --built, run in both trees. Default: this repository's own build.")
    @Nullable
    String build;

    @Option(
            names = "--built",
            paramLabel = "JAR",
            description = "With --build: the jar that it builds, relative to the repository; a JMH jar, or one with hot"
                    + " paths.")
    @Nullable
    Path built;

    @Option(
            names = {"--base-jar", "--base-benchmarks"},
            paramLabel = "JAR",
            description = "A JMH jar of the code to compare with.")
    @Nullable
    Path baseJar;

    @Option(
            names = "--jar",
            paramLabel = "JAR",
            description = "A JMH jar of the code as it is now; --benchmarks beside --base-benchmarks means the same.")
    @Nullable
    Path jar;

    @Option(
            names = "--base-classpath",
            paramLabel = "CP",
            description =
                    "Jars and folders with hot paths of your own, of the code to compare with; with --benchmark, of JMH"
                            + " benchmarks and their JMH.")
    @Nullable
    String baseClassPath;

    @Option(
            names = {"--classpath", "-cp"},
            paramLabel = "CP",
            description = "The same of the code as it is now.")
    @Nullable
    String classPath;

    @Mixin
    SelectionOptions selection = new SelectionOptions();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "JMH's mode: thrpt, avgt, sample (for percentiles beside the mean) or ss. Default: avgt for benchmarks"
                            + " that ask for it, thrpt for all others.")
    @Nullable
    String mode;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description =
                    "Time for all of it, such as 10m or 90s. Default: 150s for each benchmark, 10m for four forms.")
    @Nullable
    String budget;

    @Option(
            names = "--warmup",
            paramLabel = "TIME",
            description =
                    "Warm-up of each fork, before what the compiler needs; both sides warm up at once. Default: 2s.")
    String warmup = "2s";

    @Option(
            names = "--measure",
            paramLabel = "TIME",
            description =
                    "Measured time of each fork; up to 4s, in longer slices, with more threads than processors. Default: 1500ms.")
    String measure = "1500ms";

    @Option(
            names = "--min-effect",
            paramLabel = "SHARE",
            converter = Share.Converter.class,
            description = "A score may change by so much before anybody cares; 1%% by default.")
    @Nullable
    Share minimumEffect;

    @Option(
            names = "--margin",
            paramLabel = "SHARE",
            converter = Share.Converter.class,
            description = "Scores that are surely closer than this are equivalent; 5%% by default.")
    @Nullable
    Share margin;

    @Mixin
    RemovalOptions removals = new RemovalOptions();

    @Option(
            names = "--busy",
            paramLabel = "SHARE",
            converter = Share.Converter.class,
            description = "A block during which others used more of the machine is repeated; 10%% by default.")
    Share busy = new Share(0.1);

    @Option(
            names = "--record",
            paramLabel = "BLOCKS",
            description =
                    "Measure so many blocks of each benchmark, whatever they show: the data for --self-test when both"
                            + " sides are the same.")
    int record;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Draws the order within each block. Default: drawn, and shown.")
    @Nullable
    Long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the results. Default: target/evenkeel/<UTC time>.")
    @Nullable
    Path out;

    @Option(names = "--resume", description = "Go on with the run in --out: what it measured is kept.")
    boolean resume;

    @Mixin
    JvmOptions jvm = new JvmOptions();

    @Option(
            names = "--benchmarks",
            paramLabel = "JAR",
            description = "The benchmark jar behind hot paths. Default: the one that the build put beside this jar.")
    Path benchmarks = MeasuredClassPath.besideThisJar();

    /** What is asked of the comparison. */
    Options options() {
        Options options = SequentialRule.OPTIONS.withAcceptedRemovals(removals.accepted());
        try {
            options = minimumEffect == null ? options : options.withMinimumEffect(minimumEffect.value());
            options = margin == null ? options : options.withMargin(margin.value());
        } catch (IllegalArgumentException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
        if (options.margin() <= options.minimumEffect()) {
            throw new BadInputException("expected a --margin above --min-effect, found " + options.margin() + " and "
                    + options.minimumEffect() + ": between the two nothing could ever be decided");
        }
        return options;
    }

    /** Time for all of it. */
    Duration budgetFor(int benchmarks) {
        return budget == null ? BUDGET_PER_BENCHMARK.multipliedBy(benchmarks) : Grammar.duration("--budget", budget);
    }

    /** What every fork does. */
    ForkShape shape() {
        return ForkShape.of(Grammar.duration("--warmup", warmup), Grammar.duration("--measure", measure));
    }

    /** Refuses what cannot go together, before anything is built. */
    void check() {
        if (baseJar != null && jar == null && !benchmarks.equals(MeasuredClassPath.besideThisJar())) {
            jar = benchmarks;
        }
        if ((baseJar == null) != (jar == null)) {
            throw new BadInputException("expected both --base-jar and --jar, found only one of them");
        }
        if (baseClassPath != null && classPath == null) {
            throw new BadInputException(
                    "expected --classpath beside --base-classpath: the same hot paths as they are now");
        }
        if (base != null && (baseJar != null || baseClassPath != null)) {
            throw new BadInputException("expected one base, found --base " + base + " and "
                    + (baseJar != null ? "--base-jar" : "--base-classpath") + "; give one of them");
        }
        if (baseJar != null && baseClassPath != null) {
            throw new BadInputException("expected one base, found --base-jar and --base-classpath; give one of them");
        }
        if ((build == null) != (built == null)) {
            throw new BadInputException("expected both --build and --built, found only one of them");
        }
        if (mode != null && !List.of("thrpt", "avgt", "sample", "ss").contains(mode)) {
            throw new BadInputException("--mode " + mode + ": expected thrpt, avgt, sample or ss");
        }
        if (!selection.isPlain() && !selection.paths().isEmpty()) {
            selection.requireNoParams();
        }
        if (record < 0 || record > MOST_RECORDED) {
            throw new BadInputException("--record " + record + ": expected 1 to " + MOST_RECORDED + " blocks");
        }
        // Read for their mistakes: a build of minutes must not come before them.
        var unusedBudget = budgetFor(1);
        var unusedShape = shape();
        var unusedRemovals = removals.accepted();
        if (resume && out == null) {
            throw new BadInputException("--resume: expected --out with the folder of the interrupted run");
        }
    }
}
