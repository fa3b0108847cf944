package org.evenkeel.leakcheck.rates;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.Commands;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.check.LeakChecker;
import org.evenkeel.leakcheck.fixtures.Workloads;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.LeakReports;
import org.evenkeel.leakcheck.run.ProgressListener;
import org.evenkeel.leakcheck.specimens.HardSpecimens;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;
import org.evenkeel.leakcheck.specimens.Specimens;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks every specimen and counts hits, false alarms and seconds. */
@Command(name = "rates", mixinStandardHelpOptions = true, description = "Checks every specimen and counts.")
public final class Rates implements Callable<ExitStatus> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--only", description = "Regular expression of the specimens to check.")
    private String only = ".*";

    @Option(names = "--set", description = "clean, leaking, both of these, or hard, which take up to two minutes each.")
    private String set = "both";

    @Option(names = "--repeat", description = "Times to check each, with another seed each time.")
    private int repeat = 1;

    @Option(names = "--threads", description = "Callers; a specimen that needs more gets more.")
    private int threads = 1;

    @Option(names = "--budget", description = "Seconds for each.")
    private int budgetSeconds = 60;

    @Option(names = "--jvm-arg", description = "An argument for the checked JVM.")
    private List<String> jvmArguments = List.of("-Xmx512m");

    @Option(names = "--java", description = "The JDK to check in.")
    private Path java = Path.of(System.getProperty("java.home"));

    @Option(names = "--cause", description = "Look for causes too, as a check does by default.")
    private boolean cause;

    @Option(names = "--out", description = "Folder for the result of each.")
    private @Nullable Path out;

    private final List<Outcome> outcomes = new ArrayList<>();

    /** Runs it. */
    public static void main(String[] args) {
        Commands.main(new Rates(), args);
    }

    @Override
    public ExitStatus call() throws InterruptedException {
        PrintWriter output = Objects.requireNonNull(spec).commandLine().getOut();
        Predicate<String> chosen = Pattern.compile(only).asMatchPredicate();
        for (int run = 1; run <= repeat; run++) {
            for (Class<?> specimen : specimens().toList()) {
                if (chosen.test(specimen.getSimpleName())) {
                    Outcome outcome = check(specimen, run);
                    outcomes.add(outcome);
                    output.println(outcome.line());
                    output.flush();
                }
            }
        }
        output.print(Summary.of(outcomes));
        return outcomes.stream().allMatch(Outcome::isRight) ? ExitStatus.OK : ExitStatus.WRONG;
    }

    private Stream<Class<?>> specimens() {
        if (set.equals("hard")) {
            return HardSpecimens.ALL.stream();
        }
        return Stream.concat(
                set.equals("leaking") ? Stream.empty() : Specimens.CLEAN.stream(),
                set.equals("clean") ? Stream.empty() : Specimens.LEAKING.stream());
    }

    private Outcome check(Class<?> specimen, int run) throws InterruptedException {
        Leaks leaks = specimen.getAnnotation(Leaks.class);
        int callers = leaks == null ? threads : Math.max(threads, leaks.minimumThreads());
        LeakReport report = LeakChecker.check(
                LeakCheckPlan.of(specimen.getName(), List.of(Workloads.classPath()))
                        .name(specimen.getSimpleName())
                        .threads(callers)
                        .budget(Duration.ofSeconds(budgetSeconds))
                        .jvmArguments(jvmArguments)
                        .javaHome(java)
                        .seed(run)
                        .cause(cause)
                        .build(),
                ProgressListener.NONE);
        if (out != null) {
            AtomicFiles.write(
                    out.resolve(String.format(Locale.ROOT, "%s-%d.json", specimen.getSimpleName(), run)),
                    LeakReports.toJson(List.of(report)));
        }
        return new Outcome(leaks, report);
    }

    /** What was found, and what should have been. */
    record Outcome(@Nullable Leaks leaks, LeakReport report) {

        boolean isRight() {
            return report.verdictName() == (leaks == null ? LeakVerdictName.STEADY : LeakVerdictName.GROWING);
        }

        /** Relative error of the rate that was found; empty where none is planted, or not exactly, or not on the heap. */
        OptionalDouble rateError() {
            if (leaks == null
                    || leaks.scheduleDecides()
                    || leaks.signal() != Signal.HEAP
                    || report.verdictName() != LeakVerdictName.GROWING) {
                return OptionalDouble.empty();
            }
            double planted = leaks.perOperation();
            return report.verdict().evidence().rate().stream()
                    .mapToDouble(rate -> Math.abs(rate.perOperation() - planted) / planted)
                    .findFirst();
        }

        String line() {
            String planted = leaks == null
                    ? ""
                    : String.format(Locale.ROOT, "planted %.3g %s", leaks.perOperation(), leaks.signal());
            return String.format(
                    Locale.ROOT,
                    "%-5s %-28s %-12s %6.1f s %4d batches  %s  %s%s",
                    isRight() ? "ok" : "WRONG",
                    report.workload(),
                    report.verdictName(),
                    report.elapsedSeconds(),
                    report.recording().samples().size(),
                    planted,
                    report.verdict()
                            .evidence()
                            .rate()
                            .map(rate -> String.format(Locale.ROOT, "found %.4g B/op  ", rate.perOperation()))
                            .orElse(""),
                    report.verdict().explanation());
        }
    }
}
