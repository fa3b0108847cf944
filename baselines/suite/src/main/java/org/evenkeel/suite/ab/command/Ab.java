package org.evenkeel.suite.ab.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.evenkeel.compare.report.ConsoleReport;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.EnvironmentJson;
import org.evenkeel.compare.stored.Environments;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Commands;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.suite.ab.plan.AbPlan;
import org.evenkeel.suite.ab.report.ProfileOffer;
import org.evenkeel.suite.ab.run.AbFolder;
import org.evenkeel.suite.command.Remembered;
import org.evenkeel.suite.page.ReportFiles;
import org.evenkeel.suite.report.BaselineUsed;
import org.evenkeel.suite.report.CheckReport;
import org.evenkeel.suite.report.parts.MeasuredSide;
import org.evenkeel.suite.report.parts.Parts;
import org.evenkeel.suite.sides.Sides;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Before and after in one run. */
@Command(
        name = "ab",
        description =
                "Measures two versions of the same code in turn, slice by slice, until it is known which is slower.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "scripts/check measures hot paths by the same engine, and only those that a change can reach. What ab does besides:"
                    + " any two JMH jars, other modes of JMH, and recorded blocks for --self-test.",
            "Ctrl-C gives the verdicts that stand; --resume --out DIR goes on.",
            "Ends with 0 when nothing wrong was found, 1 on a regression or a broken invariant, 2 on bad input (a base that"
                    + " does not build, too), 4 when something could not be decided in time."
        })
public final class Ab implements Callable<ExitStatus> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private AbOptions asked = new AbOptions();

    @Option(
            names = "--self-test",
            description =
                    "Measures nothing, but replays thousands of runs from forks of unchanged code in RECORDED, and"
                            + " shows how often they end with a false verdict, and how soon with a true one.")
    private boolean selfTest;

    @Parameters(
            paramLabel = "RECORDED",
            arity = "0..*",
            description = "With --self-test: folders of an ab of a jar with itself, or files of JMH.")
    private List<Path> recorded = List.of();

    /** What is on one side only. */
    private List<Row> oneSided = List.of();

    /** What the code is compared with, in words. */
    private String base = "the base";

    @Override
    public ExitStatus call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (asked.resume && asked.out != null) {
            Remembered.recall(asked.out, spec);
        }
        asked.check();
        if (selfTest != !recorded.isEmpty()) {
            throw new BadInputException(
                    selfTest
                            ? "--self-test: expected folders with forks of unchanged code after it"
                            : "expected options only, found " + recorded.get(0) + "; RECORDED goes with --self-test");
        }
        if (selfTest) {
            return AbSelfTest.run(recorded, asked, spec.commandLine().getOut());
        }
        Options options = asked.options();
        Path java = asked.jvm.executable();
        Path out = asked.out == null ? Commands.defaultFolder(Clock.systemUTC().instant()) : asked.out;
        AbFolder folder = AbFolder.open(out, asked.resume);
        Remembered.keep(out, spec, Map.of());
        AbSides bothSides = new AbSides(asked, folder, err);
        Sides sides = bothSides.find();
        base = bothSides.baseWords();
        AbPlan plan = plan(java, sides, folder);
        InTurn inTurn = new InTurn(java, plan, sides, folder, options, asked.busy.value());
        Environment environment = Environments.capture(asked.jvm.home(), plan.jvmArguments(), Optional.empty());
        AtomicFiles.write(folder.file(SessionFiles.ENVIRONMENT), EnvironmentJson.write(environment));
        err.printf(
                Locale.ROOT,
                "%d benchmark%s, at most %s; seed %d%n",
                plan.benchmarks().size(),
                plan.benchmarks().size() == 1 ? "" : "s",
                plan.budget().toString().substring(2).toLowerCase(Locale.ROOT),
                plan.seed());
        err.flush();
        return measure(inTurn, plan, folder, environment);
    }

    private ExitStatus measure(InTurn inTurn, AbPlan plan, AbFolder folder, Environment environment)
            throws IOException, InterruptedException {
        StandingVerdicts standing = new StandingVerdicts(inTurn::stop);
        PrintWriter err = spec.commandLine().getErr();
        try {
            if (asked.record == 0) {
                inTurn.measure(err);
            } else {
                inTurn.record(asked.record, err);
            }
            ExitStatus status = report(inTurn, plan, folder, environment);
            standing.reported(status.code());
            return status;
        } finally {
            standing.withdraw();
        }
    }

    private ExitStatus report(InTurn inTurn, AbPlan plan, AbFolder folder, Environment environment) {
        Comparison comparison = withOneSided(inTurn.judged());
        ProfileOffer offer = offer(comparison, plan, folder);
        MeasuredSide current = inTurn.currentSide();
        CheckReport page = new CheckReport(
                        environment,
                        current.sessions().get(0),
                        List.of(),
                        new BaselineUsed.Given(base + ", measured in turn with it", 1),
                        comparison,
                        List.of())
                .with(Parts.NONE.withSides(inTurn.baseSide(), current).withCommands(offer.commands()));
        ReportFiles.write(folder.path(), page);
        PrintWriter out = spec.commandLine().getOut();
        out.print(ConsoleReport.render(comparison));
        out.print(offer.text());
        out.println("Report: " + folder.file("report.html"));
        out.flush();
        return comparison.status();
    }

    private Comparison withOneSided(Comparison measured) {
        List<Row> rows = Stream.concat(measured.rows().stream(), oneSided.stream())
                .sorted(Comparator.comparing(Row::identity))
                .toList();
        return new Comparison(rows, measured.objectives(), measured.options(), 1, 1, measured.otherSettings());
    }

    private ProfileOffer offer(Comparison comparison, AbPlan plan, AbFolder folder) {
        ProfileOffer offer = ProfileOffer.of(comparison, plan.benchmarks(), ProfileWords.of(asked, folder));
        if (!offer.isUnwieldy()) {
            return offer;
        }
        Path script = folder.file("why.sh");
        AtomicFiles.write(script, offer.script(program()));
        return ProfileOffer.ofScript(script.toString());
    }

    /** How this JVM was started, which from the class path of a build tool is no script. */
    private List<String> program() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                spec.root().userObject().getClass().getName());
    }

    private AbPlan plan(Path java, Sides sides, AbFolder folder) throws IOException, InterruptedException {
        AbBenchmarks both = new AbBenchmarks(asked, java, sides);
        var benchmarks = both.find();
        oneSided = both.oneSided();
        both.inOtherModes(benchmarks).ifPresent(line -> {
            spec.commandLine().getErr().println(line);
            spec.commandLine().getErr().flush();
        });
        return new AbPlan(
                benchmarks,
                asked.shape(),
                asked.budgetFor(benchmarks.size()),
                asked.jvm.arguments(),
                seed(folder.file("seed.txt")));
    }

    /** A run that goes on draws the orders that it would have drawn without the interruption. */
    private long seed(Path file) throws IOException {
        if (asked.seed == null && Files.isRegularFile(file)) {
            String kept = Files.readString(file).strip();
            try {
                return Long.parseLong(kept);
            } catch (NumberFormatException e) {
                throw new BadInputException(
                        file + ": expected the seed of the run, found \"" + kept + "\"; give --seed", e);
            }
        }
        long seed = asked.seed == null ? new SecureRandom().nextInt(1_000_000) : asked.seed;
        AtomicFiles.write(file, seed + "\n");
        return seed;
    }
}
