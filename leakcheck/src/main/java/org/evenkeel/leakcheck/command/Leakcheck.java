package org.evenkeel.leakcheck.command;

import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Commands;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.Grammar;
import org.evenkeel.kernel.ProgressLine;
import org.evenkeel.kernel.SchedulerVariables;
import org.evenkeel.kernel.Share;
import org.evenkeel.leakcheck.check.LeakChecker;
import org.evenkeel.leakcheck.plan.GrowthLimits;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.report.LeakPage;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.LeakReports;
import org.evenkeel.leakcheck.report.TextReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code leakcheck}. */
@Command(
        name = "leakcheck",
        mixinStandardHelpOptions = true,
        subcommands = Watch.class,
        versionProvider = ProductVersion.class,
        sortOptions = false,
        description =
                "Runs a workload again and again in a JVM of its own and tells whether anything grows without stopping.",
        footer = {
            "",
            "Exit status: 0 nothing grows, 1 something grows or the workload broke, 2 wrong usage, 4 inconclusive.",
            "With --shard 0 as soon as it has checked: scripts/merge says what was found."
        })
public final class Leakcheck implements Callable<ExitStatus> {

    /** How results are printed. */
    enum Format {
        TEXT,
        JSON
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--workload",
            paramLabel = "SPEC",
            description = "A hot path such as documents?workers=2, or a public class that is Runnable or Callable."
                    + " May be given several times.")
    private List<String> workloads = List.of();

    @Option(
            names = {"--classpath", "-cp"},
            paramLabel = "PATH",
            description = "Where the workload is found, entries separated as usual.")
    private String classPath = "";

    @Option(names = "--threads", paramLabel = "N", description = "Callers at once (default: ${DEFAULT-VALUE}).")
    private int threads = 1;

    @Option(
            names = "--operations",
            paramLabel = "N",
            description = "Operations in the smallest batch (default: found by calibration).")
    private @Nullable Long operations;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description = "The most time to take for each workload, such as 60s or 5m (default: ${DEFAULT-VALUE}).")
    private String budget = "60s";

    @Option(
            names = "--jvm-arg",
            paramLabel = "ARG",
            description = "An argument for the checked JVM, such as --jvm-arg=-Xmx512m. May be given several times.")
    private List<String> jvmArguments = List.of();

    @Option(
            names = "--tolerance",
            paramLabel = "RATE",
            description = "Growth of the heap that is accepted, such as 1B/op (default: none).")
    private @Nullable String tolerance;

    @Option(
            names = "--exclude",
            paramLabel = "RATE",
            description =
                    "Growth of the heap that has to be excluded, such as 10B/op; what cannot exclude it within the budget"
                            + " ends with status 4 (default: the smallest that the budget allows, which the report says).")
    private @Nullable String exclude;

    @Option(
            names = "--max-growth",
            paramLabel = "SHARE",
            converter = Share.Converter.class,
            description = "Growth of the heap during the check that is accepted, such as 20%% (default: none).")
    private @Nullable Share maxGrowth;

    @Option(
            names = "--java",
            paramLabel = "HOME",
            description = "The JDK or JRE to check in (default: the present one).")
    private @Nullable Path java;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides inputs and the order of batch sizes (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "One of N machines that check the same: the seed is --seed plus I (from 0), the status 0 once it has"
                            + " checked, and scripts/merge --workers gives the verdict of all. auto takes I and N from"
                            + " the scheduler's variables.")
    private @Nullable String shard;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description =
                    "Where heap readings come from: histogram, diagnostic-command, jfr or mxbean (default: histogram).")
    private String source = HeapSource.HISTOGRAM.label();

    @Option(
            names = "--no-cause",
            description =
                    "Give the verdict only; do not look for what holds it when something grows. Entries that expire"
                            + " after seconds look like a leak then, since no heap dump shows that they carry a time.")
    private boolean noCause;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for leakcheck.json and leakcheck.html (default: target/evenkeel/<UTC time>).")
    private @Nullable Path out;

    @Option(names = "--format", paramLabel = "NAME", description = "What to print: text or json (default: text).")
    private Format format = Format.TEXT;

    /** Runs the command. */
    public static void main(String[] args) {
        Commands.main(new Leakcheck(), args);
    }

    @Override
    public ExitStatus call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter output = command.commandLine().getOut();
        PrintWriter progress = command.commandLine().getErr();
        if (workloads.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "expected --workload SPEC, or the command watch PID; found neither");
        }
        long drawn = shard == null
                ? seed
                : seed + new SchedulerVariables(System.getenv()).shard(shard).index();
        List<LeakCheckPlan> plans =
                workloads.stream().map(workload -> plan(workload, drawn)).toList();
        Path folder = out != null ? out : Commands.defaultFolder(Instant.now());
        Path file = folder.resolve("leakcheck.json");
        AtomicFiles.requireWritable(folder);
        List<LeakReport> reports = new ArrayList<>();
        ConsoleProgress console = new ConsoleProgress(progress, ProgressLine.isTerminal());
        for (LeakCheckPlan plan : plans) {
            LeakReport report = LeakChecker.check(plan, console.of(plan.name()));
            console.done();
            reports.add(report);
            AtomicFiles.write(file, LeakReports.toJson(reports));
            AtomicFiles.write(folder.resolve("leakcheck.html"), LeakPage.render(reports));
            if (format == Format.TEXT) {
                output.println(TextReport.render(report));
            }
        }
        if (format == Format.JSON) {
            output.println(LeakReports.toJson(reports));
        }
        progress.println("Written to " + file);
        return shard == null ? status(reports) : ExitStatus.OK;
    }

    /** What a set of results ends with. */
    public static ExitStatus status(List<LeakReport> reports) {
        return ExitStatus.worst(reports.stream()
                .map(report -> switch (report.verdictName()) {
                    case STEADY -> ExitStatus.OK;
                    case GROWING, INVALID -> ExitStatus.WRONG;
                    case INCONCLUSIVE -> ExitStatus.UNDECIDED;
                })
                .toArray(ExitStatus[]::new));
    }

    private LeakCheckPlan plan(String workload, long drawn) {
        if (workload.isBlank()) {
            throw new BadInputException("--workload is empty; expected a hot path or a class name");
        }
        LeakCheckPlan.Builder plan = LeakCheckPlan.of(workload, classPathEntries())
                .threads(Grammar.atLeastOne("--threads", threads))
                .budget(budget())
                .jvmArguments(jvmArguments)
                .limits(new GrowthLimits(
                                tolerance == null
                                        ? OptionalDouble.empty()
                                        : OptionalDouble.of(Grammar.bytesPerOperation("--tolerance", tolerance)),
                                maxGrowth == null ? OptionalDouble.empty() : OptionalDouble.of(maxGrowth.value()))
                        .excluding(exclude()))
                .seed(drawn)
                .source(source())
                .cause(!noCause);
        if (operations != null) {
            plan.operationsPerBatch(Grammar.atLeastOne("--operations", operations));
        }
        if (java != null) {
            plan.javaHome(java);
        }
        return plan.build();
    }

    private OptionalDouble exclude() {
        if (exclude == null) {
            return OptionalDouble.empty();
        }
        double rate = Grammar.bytesPerOperation("--exclude", exclude);
        if (!(rate > 0)) {
            throw new BadInputException("--exclude " + exclude
                    + ": expected a rate above zero, since no number of samples" + " excludes all growth");
        }
        return OptionalDouble.of(rate);
    }

    private Duration budget() {
        Duration time = Grammar.duration("--budget", budget);
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new BadInputException("--budget " + budget + " is too short; expected at least 1s");
        }
        return time;
    }

    private HeapSource source() {
        try {
            HeapSource named = HeapSource.labelled(source);
            if (named == HeapSource.NOTIFICATIONS) {
                throw new BadInputException("--source " + source
                        + ": only watch hears of collections; expected histogram, diagnostic-command, jfr or mxbean");
            }
            return named;
        } catch (IllegalArgumentException e) {
            throw new BadInputException("--source: " + e.getMessage(), e);
        }
    }

    private List<Path> classPathEntries() {
        List<Path> entries = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (!entry.isBlank()) {
                Path path = Path.of(entry);
                if (!(entry.endsWith("*") || Files.exists(path))) {
                    throw new BadInputException("--classpath entry " + entry + " does not exist");
                }
                entries.add(path.toAbsolutePath());
            }
        }
        return entries;
    }
}
