package org.evenkeel.leakcheck.rates;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.Commands;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.analysis.cause.AllocationSite;
import org.evenkeel.leakcheck.analysis.cause.GrowingPath;
import org.evenkeel.leakcheck.check.LeakChecker;
import org.evenkeel.leakcheck.fixtures.Workloads;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.report.CauseText;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.LeakReports;
import org.evenkeel.leakcheck.run.ProgressListener;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Specimens;
import org.evenkeel.leakcheck.verdict.cause.Cause;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the leaking specimens and counts how often the field and the method that were planted are named. */
@Command(
        name = "cause-rates",
        mixinStandardHelpOptions = true,
        description = "Checks the leaking specimens and counts causes.")
public final class CauseRates implements Callable<ExitStatus> {

    private static final int FIRST_STACKS = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--only", description = "Regular expression of the specimens to check.")
    private String only = ".*";

    @Option(names = "--part", description = "K/N: of the chosen, each N-th from the K-th on, counted from 1.")
    private String part = "1/1";

    @Option(names = "--budget", description = "Seconds for each.")
    private int budgetSeconds = 60;

    @Option(names = "--seed", description = "Seed of each check.")
    private long seed = 1;

    @Option(names = "--java", description = "The JDK to check in.")
    private Path java = Path.of(System.getProperty("java.home"));

    @Option(names = "--out", description = "Folder for the result of each.")
    private @Nullable Path out;

    private int growing;
    private int holders;
    private int holdersRight;
    private int allocators;
    private int allocatorsRight;

    /** Runs it. */
    public static void main(String[] args) {
        Commands.main(new CauseRates(), args);
    }

    @Override
    public ExitStatus call() throws InterruptedException {
        PrintWriter output = Objects.requireNonNull(spec).commandLine().getOut();
        Predicate<String> chosen = Pattern.compile(only).asMatchPredicate();
        String[] places = part.split("/", 2);
        int step = Integer.parseInt(places[1]);
        List<Class<?>> specimens = Specimens.LEAKING.stream()
                .filter(type -> chosen.test(type.getSimpleName()))
                .toList();
        for (int i = Integer.parseInt(places[0]) - 1; i < specimens.size(); i += step) {
            check(specimens.get(i), output);
        }
        output.printf(
                Locale.ROOT,
                "%d found growing; holder in the first path: %d of %d; planted method in the first %d stacks: %d of %d%n",
                growing,
                holdersRight,
                holders,
                FIRST_STACKS,
                allocatorsRight,
                allocators);
        return holdersRight == holders && allocatorsRight == allocators ? ExitStatus.OK : ExitStatus.WRONG;
    }

    private void check(Class<?> specimen, PrintWriter output) throws InterruptedException {
        Leaks leaks = Specimens.leaks(specimen);
        LeakReport report = LeakChecker.check(
                LeakCheckPlan.of(specimen.getName(), List.of(Workloads.classPath()))
                        .name(specimen.getSimpleName())
                        .threads(leaks.minimumThreads())
                        .budget(Duration.ofSeconds(budgetSeconds))
                        .jvmArguments(List.of("-Xmx512m"))
                        .javaHome(java)
                        .seed(seed)
                        .build(),
                ProgressListener.NONE);
        if (out != null) {
            AtomicFiles.write(out.resolve(specimen.getSimpleName() + ".json"), LeakReports.toJson(List.of(report)));
        }
        Cause cause = report.cause();
        String holder = "-";
        String allocator = "-";
        if (report.verdictName() == LeakVerdictName.GROWING) {
            growing++;
            if (!leaks.holder().isEmpty()) {
                holders++;
                boolean right = cause.paths().stream().limit(1).anyMatch(path -> names(path, leaks.holder()));
                holdersRight += right ? 1 : 0;
                holder = right ? "ok" : "WRONG";
            }
            if (!leaks.allocates().isEmpty()) {
                allocators++;
                boolean right =
                        cause.sites().stream().limit(FIRST_STACKS).anyMatch(site -> names(site, leaks.allocates()));
                allocatorsRight += right ? 1 : 0;
                allocator = right ? "ok" : "WRONG";
            }
        }
        output.printf(
                Locale.ROOT,
                "%-28s %-12s %5.1f s  holder %-5s  line %-5s  %s%s%n",
                report.workload(),
                report.verdictName(),
                report.elapsedSeconds(),
                holder,
                allocator,
                cause.paths().stream().findFirst().map(CauseText::path).orElse("no path")
                        + cause.sites().stream()
                                .findFirst()
                                .flatMap(AllocationSite::line)
                                .map(line -> " @ " + line)
                                .orElse(" @ nowhere"),
                cause.notes().isEmpty() ? "" : " " + cause.notes());
        output.flush();
    }

    private static boolean names(GrowingPath path, String field) {
        return path.steps().stream()
                .anyMatch(step -> (step.edge().owner() + "." + step.edge().name()).endsWith("." + field));
    }

    private static boolean names(AllocationSite site, String method) {
        return site.frames().stream().anyMatch(frame -> frame.method().endsWith("." + method));
    }
}
