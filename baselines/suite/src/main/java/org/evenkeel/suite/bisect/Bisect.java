package org.evenkeel.suite.bisect;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Commands;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.Grammar;
import org.evenkeel.suite.ab.command.InTurn;
import org.evenkeel.suite.ab.plan.AbPlan;
import org.evenkeel.suite.ab.plan.ForkShape;
import org.evenkeel.suite.ab.run.AbFolder;
import org.evenkeel.suite.ab.verdict.SequentialRule;
import org.evenkeel.suite.bisect.CommitSearch.Answer;
import org.evenkeel.suite.command.BuildOptions;
import org.evenkeel.suite.command.JvmOptions;
import org.evenkeel.suite.command.SelectionOptions;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.sides.BaseCommit;
import org.evenkeel.suite.sides.CommitJars;
import org.evenkeel.suite.sides.GitTree;
import org.evenkeel.suite.sides.JarBuild;
import org.evenkeel.suite.sides.Sides;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** From "it got slower between these two" to the commit. */
@Command(
        name = "bisect",
        description = "Finds the commit that made a benchmark slower, made it allocate more, or made it leak.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Each step measures one commit in turn with the good one, by the engine of scripts/ab, until it is known which of the two"
                    + " ends it is like. Commits whose code is that of one already known are not measured; those that do not build are"
                    + " passed over. Jars of commits are kept in target/evenkeel/commits.",
            "Ctrl-C loses nothing: the same again with --out DIR goes on.",
            "Ends with 1 when the commit was found, 0 when the bad one is not slower, 2 on bad input, 4 when it could not be told, or"
                    + " only a few were left."
        })
public final class Bisect implements Callable<ExitStatus> {

    /** What all forms together get in which to show that one is slower, of what a commit gets; the search hangs on it. */
    static final int STEPS_FOR_THE_ENDS = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--good", paramLabel = "REF", required = true, description = "A commit that was fast.")
    private String good = "";

    @Option(names = "--bad", paramLabel = "REF", description = "A later one that is slow. Default: HEAD.")
    private String bad = "HEAD";

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Mixin
    private BuildOptions build = new BuildOptions();

    @Option(
            names = "--leak",
            description = "Search for the commit since which it grows: each commit is checked for leaks by itself.")
    private boolean leak;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description = "Time for all of it; what is left then are several commits. Default: as long as it takes.")
    @Nullable
    private String budget;

    @Option(
            names = "--step",
            paramLabel = "TIME",
            description = "What one commit takes at the most, its build aside; the bad one twice as much. Default: 5m.")
    private String step = "5m";

    @Option(names = "--warmup", paramLabel = "TIME", description = "Warm-up of each fork. Default: 2s.")
    private String warmup = "2s";

    @Option(names = "--measure", paramLabel = "TIME", description = "Measured time of each fork. Default: 1500ms.")
    private String measure = "1500ms";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the results; one of an interrupted search is gone on with. Default:"
                    + " target/evenkeel/<UTC time>.")
    @Nullable
    private Path out;

    @Mixin
    private JvmOptions jvm = new JvmOptions();

    @Option(
            names = "--benchmarks",
            paramLabel = "JAR",
            description = "The benchmark jar behind hot paths. Default: the one that the build put beside this jar.")
    private Path benchmarks = MeasuredClassPath.besideThisJar();

    private final Map<String, Answer> knownCode = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    @Override
    public ExitStatus call() throws IOException, InterruptedException {
        selection.check();
        int asked = selection.paths().size();
        if (!selection.isPlain() && asked != 1) {
            throw new BadInputException("expected --benchmark or one --path, found " + (asked == 0 ? "neither" : asked)
                    + ": the search is for what made one thing slower");
        }
        build.check();
        Duration each = Grammar.duration("--step", step);
        Deadline deadline =
                budget == null ? Deadline.never() : Deadline.in(Grammar.duration("--budget", budget), System::nanoTime);
        ForkShape shape = ForkShape.of(Grammar.duration("--warmup", warmup), Grammar.duration("--measure", measure));
        Path java = jvm.executable();
        Path repository = GitTree.repositoryOf("--good", Path.of(""));
        String from = GitTree.commit("--good", repository, good);
        List<String> commits = GitTree.between(repository, from, GitTree.commit("--bad", repository, bad));
        JarBuild how = build.of(repository);
        Path folder = out == null ? Commands.defaultFolder(Clock.systemUTC().instant()) : out;
        Files.createDirectories(folder);
        PrintWriter err = spec.commandLine().getErr();
        CommitJars jars = new CommitJars(repository, how, benchmarks, folder.resolve("build.log"), err);
        Steps measuring = new Steps(java, shape, each, deadline, jvm.arguments(), folder, err);

        List<Path> goodCode = jars.classPath(from);
        String last = commits.get(commits.size() - 1);
        List<Path> badCode = jars.classPath(last);
        CommitSearch search = new CommitSearch(commits.size());
        err.printf(
                Locale.ROOT,
                "%s after %s; %d to measure at the most, in at most %s each%n",
                Words.counted(commits.size(), "commit"),
                BaseCommit.shortened(from),
                1 + search.testsLeft(),
                step);
        err.flush();
        Map<AbBenchmark, String> before = fingerprints(goodCode, both(java, goodCode, badCode));
        Map<AbBenchmark, String> now = fingerprints(badCode, List.copyOf(before.keySet()));
        List<AbBenchmark> changed = before.keySet().stream()
                .filter(one -> !Objects.equals(before.get(one), now.get(one)))
                .toList();
        if (changed.isEmpty()) {
            PrintWriter said = spec.commandLine().getOut();
            said.println(BaseCommit.shortened(last) + " is the same code as " + BaseCommit.shortened(from)
                    + " as far as what was asked for can reach: nothing to search for.");
            said.flush();
            return ExitStatus.OK;
        }
        if (leak) {
            LeakSearch leaks = new LeakSearch(
                    jvm, repository, jars, folder, deadline, spec.commandLine().getOut(), err);
            return leaks.run(from, commits, one(changed));
        }
        Comparison ends = measuring.ends(last, goodCode, badCode, changed, usual());
        Optional<Suspicion> found = Suspicion.of(ends);
        if (found.isEmpty()) {
            return nothingToFind(ends, from, last);
        }
        Suspicion suspicion = found.get();
        steps.add(new Step(last, Answer.BAD, suspicion.words(ends), true));
        AbBenchmark one = changed.stream().filter(suspicion::isOf).findFirst().orElseThrow();
        knownCode.put(Objects.requireNonNull(before.get(one)), Answer.GOOD);
        knownCode.put(Objects.requireNonNull(now.get(one)), Answer.BAD);
        for (OptionalInt next = search.next(); next.isPresent() && !deadline.isOver(); next = search.next()) {
            Step told = test(commits.get(next.getAsInt()), jars, goodCode, one, suspicion, measuring);
            search.learn(next.getAsInt(), told.answer());
            steps.add(told);
            err.printf(
                    Locale.ROOT,
                    "%s is %s: %s; %s left%n",
                    BaseCommit.shortened(told.commit()),
                    told.answer().name().toLowerCase(Locale.ROOT),
                    told.why(),
                    Words.counted(search.last() - search.first() + 1, "commit"));
            err.flush();
        }
        List<String> suspects = commits.subList(search.first(), search.last() + 1);
        BisectReport report = new BisectReport(repository, from, BisectReport.Found.of(suspicion), suspects, steps);
        report.write(folder);
        PrintWriter said = spec.commandLine().getOut();
        said.print(report.text());
        said.println("Report: " + folder.resolve(BisectReport.FILE));
        said.flush();
        return suspects.size() == 1 ? ExitStatus.WRONG : ExitStatus.UNDECIDED;
    }

    /** Each step may be wrong in one of two hundred searches: seven of them, which is a hundred commits, in 3.5 %. */
    private static Options usual() {
        return SequentialRule.OPTIONS;
    }

    private Step test(
            String commit, CommitJars jars, List<Path> goodCode, AbBenchmark one, Suspicion suspicion, Steps measuring)
            throws IOException, InterruptedException {
        List<Path> code;
        String print;
        try {
            code = jars.classPath(commit);
            print = Objects.requireNonNull(fingerprints(code, List.of(one)).get(one));
        } catch (BadInputException cannot) {
            return new Step(commit, Answer.UNTESTABLE, String.valueOf(cannot.getMessage()), false);
        }
        Answer same = knownCode.get(print);
        if (same != null) {
            return new Step(commit, same, "the same code as a commit that is known", false);
        }
        Comparison comparison = measuring.compare(commit, goodCode, code, one, suspicion.options(usual()));
        Answer answer = suspicion.answer(comparison);
        if (answer != Answer.UNTESTABLE) {
            knownCode.put(print, answer);
        }
        return new Step(
                commit,
                answer,
                suspicion.words(comparison) + (answer == Answer.UNTESTABLE ? ", which could be either" : ""),
                true);
    }

    private ExitStatus nothingToFind(Comparison ends, String from, String last) {
        PrintWriter said = spec.commandLine().getOut();
        boolean isSure = ends.status() == ExitStatus.OK;
        said.printf(
                Locale.ROOT,
                "%s is not known to be worse than %s%s.%n",
                BaseCommit.shortened(last),
                BaseCommit.shortened(from),
                isSure ? ": nothing to search for" : "; a longer --step may tell");
        said.flush();
        return isSure ? ExitStatus.OK : ExitStatus.UNDECIDED;
    }

    /** What both ends have of what was asked for. */
    private List<AbBenchmark> both(Path java, List<Path> goodCode, List<Path> badCode)
            throws IOException, InterruptedException {
        BothSides ends = new BothSides(java, new Sides(goodCode, badCode), "the good commit", "the bad commit");
        return ends.of(selection);
    }

    /** Callers do not matter to what is kept, so the forms of a path are one; of benchmarks a search is for one. */
    private AbBenchmark one(List<AbBenchmark> changed) {
        if (selection.isPlain() && changed.size() > 1) {
            throw new BadInputException("--leak: expected one benchmark that matches --benchmark "
                    + selection.plain().regex()
                    + " and can reach what changed, found " + changed.size() + ": "
                    + changed.stream().limit(5).map(AbBenchmark::label).collect(Collectors.joining(", ")));
        }
        return changed.get(0);
    }

    private static Map<AbBenchmark, String> fingerprints(List<Path> code, List<AbBenchmark> some) {
        return BothSides.fingerprints(code, some);
    }

    /** Measures commits in turn with the good one, each in a folder of its own. */
    private record Steps(
            Path java,
            ForkShape shape,
            Duration each,
            Deadline deadline,
            List<String> jvmArguments,
            Path folder,
            PrintWriter err) {

        /** Share of the machine that others may use during a block. */
        private static final double MOST_OF_OTHERS = 0.1;

        /** Of several forms the first that is known to be slower is the one to search with: it is the easiest to tell. */
        Comparison ends(String last, List<Path> goodCode, List<Path> badCode, List<AbBenchmark> some, Options options)
                throws IOException, InterruptedException {
            Duration budget = deadline.left(each.multipliedBy(STEPS_FOR_THE_ENDS));
            InTurn inTurn = inTurn(last, goodCode, badCode, some, options, budget);
            inTurn.measureUntilTheFirstIsSlower(err);
            return inTurn.judged();
        }

        Comparison compare(String commit, List<Path> goodCode, List<Path> code, AbBenchmark one, Options options)
                throws IOException, InterruptedException {
            InTurn inTurn = inTurn(commit, goodCode, code, List.of(one), options, deadline.left(each));
            inTurn.measure(err);
            return inTurn.judged();
        }

        private InTurn inTurn(
                String commit,
                List<Path> goodCode,
                List<Path> code,
                List<AbBenchmark> some,
                Options options,
                Duration budget) {
            Path own = folder.resolve(BaseCommit.shortened(commit));
            AbFolder kept = AbFolder.open(own, Files.exists(own.resolve("plan.txt")));
            AbPlan plan = new AbPlan(some, shape, budget, jvmArguments, commit.hashCode());
            return new InTurn(java, plan, new Sides(goodCode, code), kept, options, MOST_OF_OTHERS);
        }
    }
}
