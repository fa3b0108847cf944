package org.evenkeel.suite.why;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.AllForms;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Commands;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.Grammar;
import org.evenkeel.kernel.Share;
import org.evenkeel.suite.ab.command.InTurn;
import org.evenkeel.suite.ab.plan.AbPlan;
import org.evenkeel.suite.ab.plan.ForkShape;
import org.evenkeel.suite.ab.run.AbFolder;
import org.evenkeel.suite.ab.verdict.FormsTogether;
import org.evenkeel.suite.ab.verdict.SequentialRule;
import org.evenkeel.suite.bisect.BothSides;
import org.evenkeel.suite.command.BuildOptions;
import org.evenkeel.suite.command.JvmOptions;
import org.evenkeel.suite.command.SelectionOptions;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.why.analysis.Explanation;
import org.evenkeel.suite.why.report.WhyJson;
import org.evenkeel.suite.why.report.WhyPage;
import org.evenkeel.suite.why.report.WhyText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** From two versions to the frame and the line. */
@Command(
        name = "why",
        description =
                "Finds what got worse between two versions, and says why: which frame, by how much, and which edit.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "What can reach code that differs is measured in turn, by the engine of scripts/ab. What got worse is profiled on both sides"
                    + " in turn: processor time, time by the clock, locks where several callers meet, and allocation. The cost of each"
                    + " stack is charged to the innermost frame that was edited, so that what an edit calls more often counts as its own.",
            "Ctrl-C loses nothing: the same again with --out DIR goes on.",
            "Ends with 1 when something got worse, 0 when nothing did, 2 on bad input, 4 when it could not be told."
        })
public final class Why implements Callable<ExitStatus> {

    /** What a benchmark may take to be told worse or not. */
    private static final Duration PER_BENCHMARK = Duration.ofSeconds(150);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "BASE",
            description = "A commit, branch or tag, or a JMH jar, of the code as it was.")
    private String base = "";

    @Parameters(
            index = "1",
            paramLabel = "CURRENT",
            arity = "0..1",
            description = "The same of the code as it is now. Default: the work tree.")
    private @Nullable String current;

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Mixin
    private BuildOptions build = new BuildOptions();

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description = "Time to tell what got worse. Default: 150s for each benchmark that can reach what differs.")
    private @Nullable String budget;

    @Option(
            names = "--busy",
            paramLabel = "SHARE",
            converter = Share.Converter.class,
            description = "A block during which others used more of the machine is repeated; 10%% by default.")
    private Share busy = new Share(0.1);

    @Option(names = "--forks", paramLabel = "N", description = "Profiled forks of each event and side; 3 by default.")
    private int forks = 3;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description = "How long each of these takes: smoke, quick or nightly. Default: quick.")
    private String profile = Profile.QUICK.name();

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "Explain so many of the paths or benchmarks that got worse, the worst first; 3 by default.")
    private int most = 3;

    @Option(names = "--top", paramLabel = "N", description = "Rows of a table; 10 by default.")
    private int top = 10;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the results; one of an interrupted run is gone on with. Default:"
                    + " target/evenkeel/<UTC time>.")
    private @Nullable Path out;

    @Mixin
    private JvmOptions jvm = new JvmOptions();

    @Option(
            names = {"--benchmarks", "--jar"},
            paramLabel = "JAR",
            description = "The JMH jar of the work tree. Default: the one that the build put beside this jar.")
    private Path benchmarks = MeasuredClassPath.besideThisJar();

    @Override
    public ExitStatus call() throws IOException, InterruptedException {
        selection.check();
        if (forks < 1 || most < 1 || top < 1) {
            throw new BadInputException(
                    "expected --forks, --most and --top of at least 1, found " + forks + ", " + most + " and " + top);
        }
        Profile time = Profile.named(profile);
        Path java = jvm.executable();
        Path folder = out == null ? Commands.defaultFolder(Clock.systemUTC().instant()) : out;
        Files.createDirectories(folder);
        AtomicFiles.requireWritable(folder);
        PrintWriter err = spec.commandLine().getErr();
        WhySides.Found found = new WhySides(base, current, build, benchmarks, folder, err).find();
        BothSides both = new BothSides(java, found.sides(), "BASE", current == null ? "the work tree" : "CURRENT");
        List<AbBenchmark> changed = both.changed(both.of(selection));
        if (changed.isEmpty()) {
            say(found.words() + ": the same code, as far as what was asked for can reach it. Nothing to explain.\n");
            return ExitStatus.OK;
        }
        Comparison comparison = measured(java, found, changed, folder);
        List<Explainer.Question> questions = Regressed.questions(comparison, changed);
        List<Explanation> explained = new ArrayList<>();
        if (!questions.isEmpty()) {
            Explainer explainer = new Explainer(
                    java, found.sides(), TouchedMethods.between(found.sides()), time, forks, jvm.arguments(), err);
            for (Explainer.Question question : questions.subList(0, Math.min(most, questions.size()))) {
                err.println("Why " + question.subject() + ": " + question.what());
                err.flush();
                Path place =
                        folder.resolve("profiles").resolve(question.benchmark().fileName());
                explained.add(explainer.explain(question, place, folder));
            }
        }
        return report(found, comparison, questions, explained, folder);
    }

    private Comparison measured(Path java, WhySides.Found found, List<AbBenchmark> changed, Path folder)
            throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        err.println(Words.counted(changed.size(), "benchmark") + " can reach code that differs; measured in turn");
        err.flush();
        Optional<Duration> given = Optional.ofNullable(budget).map(text -> Grammar.duration("--budget", text));
        double alpha = Math.min(SequentialRule.OPTIONS.alpha(), SequentialRule.RUN_ALPHA / changed.size());
        Options options = SequentialRule.OPTIONS.withConfidence(1 - alpha);
        List<Row> rows = new ArrayList<>();
        for (List<AbBenchmark> group : groups(changed)) {
            Duration longest = given.map(time -> time.multipliedBy(group.size()).dividedBy(changed.size()))
                    .orElse(PER_BENCHMARK.multipliedBy(group.size()));
            Path place = folder.resolve("in-turn").resolve(group.get(0).fileName());
            AbFolder parts = AbFolder.open(place, Files.exists(place.resolve("plan.txt")));
            AbPlan plan = new AbPlan(
                    group,
                    ForkShape.SHORT,
                    longest,
                    jvm.arguments(),
                    group.toString().hashCode());
            InTurn inTurn = new InTurn(java, plan, found.sides(), parts, options, busy.value());
            if (!selection.isPlain()) {
                // What one form says clearly, or all of them together, need not be measured in the others.
                inTurn.measureUntilOneIsSlower(longest, err);
                for (AllForms what : AllForms.values()) {
                    inTurn.together(what).map(FormsTogether::row).ifPresent(rows::add);
                }
            } else {
                inTurn.measure(err);
            }
            rows.addAll(inTurn.judged().rows());
        }
        return new Comparison(rows, List.of(), options, 1, 1, List.of());
    }

    /** The forms of a path are judged together, so each path is a run of its own; benchmarks share one. */
    private List<List<AbBenchmark>> groups(List<AbBenchmark> changed) {
        return selection.isPlain()
                ? List.of(changed)
                : List.copyOf(changed.stream()
                        .collect(Collectors.groupingBy(AbBenchmark::params, LinkedHashMap::new, Collectors.toList()))
                        .values());
    }

    private ExitStatus report(
            WhySides.Found found,
            Comparison comparison,
            List<Explainer.Question> questions,
            List<Explanation> explained,
            Path folder) {
        StringBuilder text = new StringBuilder();
        found.facts().forEach(fact -> text.append(fact).append('\n'));
        explained.forEach(one -> text.append('\n').append(WhyText.render(one, found.diff(), top)));
        if (questions.size() > explained.size()) {
            text.append('\n')
                    .append(Words.counted(questions.size() - explained.size(), "more"))
                    .append(" got worse: --most ")
                    .append(questions.size())
                    .append(" explains all, the same --out goes on\n");
        }
        ExitStatus status = comparison.status();
        if (questions.isEmpty()) {
            text.append(found.words())
                    .append(
                            status == ExitStatus.OK
                                    ? ": nothing got worse, so there is nothing to explain.\n"
                                    : ": nothing is known to be worse; a longer --budget may tell.\n");
        }
        AtomicFiles.write(folder.resolve("why.json"), WhyJson.render(explained, found.diff()));
        Path page = folder.resolve("why.html");
        AtomicFiles.write(page, WhyPage.render(found.words(), found.facts(), explained, found.diff()));
        say(text + "Page: " + page + "\n");
        return questions.isEmpty() ? status : ExitStatus.WRONG;
    }

    private void say(String text) {
        PrintWriter said = spec.commandLine().getOut();
        said.print(text);
        said.flush();
    }
}
