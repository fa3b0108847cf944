package org.evenkeel.suite.nightly.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.stored.Environments;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.suite.command.AskedFor;
import org.evenkeel.suite.command.StoreFolder;
import org.evenkeel.suite.nightly.export.CsvHistory;
import org.evenkeel.suite.nightly.export.OpenMetrics;
import org.evenkeel.suite.nightly.page.HistoryPage;
import org.evenkeel.suite.nightly.report.HistoryJson;
import org.evenkeel.suite.nightly.report.HistoryText;
import org.evenkeel.suite.nightly.report.LifeChart;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Life;
import org.evenkeel.suite.nightly.stored.DatabaseSchema;
import org.evenkeel.suite.nightly.stored.Imports;
import org.evenkeel.suite.nightly.stored.NightStore;
import org.evenkeel.suite.nightly.verdict.HistoryJudge;
import org.evenkeel.suite.nightly.verdict.HistoryVerdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Shows, judges, exports and imports what nights measured. */
@Command(
        name = "history",
        description = "Shows, judges, exports and imports what nights measured.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class HistoryCommand {

    private static final int COLUMNS = 120;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--history",
            paramLabel = "PLACE",
            scope = ScopeType.INHERIT,
            description = "Where nights are kept: a folder, or jdbc:postgresql://HOST/DATABASE. Default: the folder"
                    + " baselines/history of the repository.")
    private String root = byDefault().toString();

    enum Format {
        CONSOLE,
        JSON
    }

    /** The folder of the history when nobody says otherwise. */
    static Path byDefault() {
        return StoreFolder.byDefault().resolve("history");
    }

    @Command(
            name = "judge",
            description =
                    "Replays a history night by night: alarms, what is gone, change points, and what is too noisy to"
                            + " judge. Ends with 1 when there is an alarm, 4 when a benchmark is gone, or the last night"
                            + " alone was far slower.",
            mixinStandardHelpOptions = true)
    ExitStatus judge(
            @Option(
                            names = "--csv",
                            paramLabel = "FILE",
                            description =
                                    "Judge this file instead: run,date_epoch_ms,commit,benchmark,ns_per_op, a line"
                                            + " for each benchmark of each run.")
                    @Nullable
                    Path csv,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "CONSOLE",
                            description = "console or json; console by default.")
                    Format format,
            @Option(
                            names = "--last",
                            paramLabel = "NIGHTS",
                            defaultValue = "2147483647",
                            description = "The status counts alarms that the last so many nights have raised; all by"
                                    + " default.")
                    int last,
            @Option(names = "--accept-removed", paramLabel = "REGEX", description = "Benchmarks that may be gone.")
                    @Nullable
                    String acceptRemoved) {
        History history = csv == null ? NightStore.at(root).history() : Imports.csv(csv);
        if (history.nights().isEmpty()) {
            return none();
        }
        HistoryVerdict verdict = HistoryJudge.judge(history);
        out().print(format == Format.JSON ? HistoryJson.render(verdict) : HistoryText.render(verdict));
        int nights = history.nights().size();
        int first =
                history.nights().get(Math.max(0, nights - Math.max(1, last))).run();
        if (verdict.alarms().stream().anyMatch(alarm -> alarm.raisedInRun() >= first)) {
            return ExitStatus.WRONG;
        }
        Pattern accepted = AskedFor.compiled("--accept-removed", acceptRemoved == null ? "$.^" : acceptRemoved);
        boolean isGone = verdict.gone().stream()
                .filter(gone -> gone.missingNights() <= Math.max(1, last))
                .anyMatch(gone -> !accepted.matcher(verdict.names().label(gone.benchmark()))
                        .find());
        return isGone || verdict.isOpen() ? ExitStatus.UNDECIDED : ExitStatus.OK;
    }

    @Command(name = "show", description = "Prints the lives of benchmarks as charts.", mixinStandardHelpOptions = true)
    ExitStatus show(
            @Parameters(
                            paramLabel = "BENCHMARK",
                            arity = "0..1",
                            defaultValue = "",
                            description = "Part of a benchmark's name. Without it: a list of what there is.")
                    String benchmark) {
        History history = NightStore.at(root).history();
        if (history.nights().isEmpty()) {
            return none();
        }
        BenchmarkNames names =
                BenchmarkNames.of(history.lives().stream().map(Life::identity).toList());
        if (benchmark.isEmpty()) {
            out().println(nights(history.nights().size()) + " of "
                    + history.lives().size() + " series:");
            history.lives()
                    .forEach(life -> out().println("  " + HistoryText.name(life.identity(), names) + "  "
                            + nights(life.points().size())));
            return ExitStatus.OK;
        }
        List<Life> wanted = history.lives().stream()
                .filter(life -> HistoryText.name(life.identity(), names).contains(benchmark)
                        || life.identity().benchmark().contains(benchmark))
                .toList();
        if (wanted.isEmpty()) {
            throw new BadInputException("expected part of a benchmark's name, found \"" + benchmark
                    + "\", which is in none; scripts/history show lists them");
        }
        HistoryVerdict verdict = HistoryJudge.judge(new History(history.nights(), wanted));
        wanted.forEach(life -> out().println(LifeChart.render(history, life, verdict, COLUMNS)));
        return ExitStatus.OK;
    }

    @Command(
            name = "import",
            description = "Appends what other tools have kept: a folder of JMH JSON files, the folder of a load run, a"
                    + " data.js of github-action-benchmark, or a CSV file. What was imported before is not"
                    + " imported again.",
            mixinStandardHelpOptions = true)
    ExitStatus importFrom(
            @Parameters(paramLabel = "PLACE", arity = "1..*", description = "A folder, a .js, a .csv or a .json file.")
                    List<Path> places,
            @Option(
                            names = "--here",
                            description = "These nights were measured on this machine: it goes on with them. Without it"
                                    + " they are a history of their own.")
                    boolean here) {
        SortedMap<String, String> machine = here
                ? Environments.capture(Path.of(System.getProperty("java.home")), List.of(), Optional.empty())
                        .identity()
                : new TreeMap<>();
        NightStore store = NightStore.at(root);
        for (Path place : places) {
            Imports.Found found = Imports.read(place);
            found.passedOver().forEach(reason -> err().println("history: passed over: " + reason));
            int added = store.append(
                    here
                            ? found.nights().stream()
                                    .map(night -> night.on(machine))
                                    .toList()
                            : found.nights());
            out().println("imported " + added + " of " + found.nights().size() + " nights from " + place + " into "
                    + store.place());
        }
        return ExitStatus.OK;
    }

    @Command(
            name = "page",
            description = "Writes one HTML page with every benchmark's line, its alarms, change points and commits.",
            mixinStandardHelpOptions = true)
    ExitStatus page(
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            defaultValue = "history.html",
                            description =
                                    "The page; history.html by default. It opens from a file, and fetches nothing.")
                    Path out,
            @Option(names = "--csv", paramLabel = "FILE", description = "Show this file instead, as judge takes it.")
                    @Nullable
                    Path csv) {
        History history = csv == null ? NightStore.at(root).history() : Imports.csv(csv);
        if (history.nights().isEmpty()) {
            return none();
        }
        AtomicFiles.write(out, HistoryPage.render(history, HistoryJudge.judge(history)));
        out().println("Page of " + nights(history.nights().size()) + " and "
                + history.lives().size() + " series: " + out);
        return ExitStatus.OK;
    }

    enum ExportFormat {
        OPENMETRICS,
        CSV
    }

    @Command(
            name = "export",
            description = "Prints the history for other tools: OpenMetrics with the time of each night, or CSV.",
            mixinStandardHelpOptions = true)
    ExitStatus export(
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "OPENMETRICS",
                            description = "openmetrics or csv; openmetrics by default.")
                    ExportFormat format,
            @Option(
                            names = "--last",
                            paramLabel = "NIGHTS",
                            defaultValue = "2147483647",
                            description = "Only the last so many nights; all by default.")
                    int last,
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            description = "Write a file, whole or not at all. Default: standard output.")
                    @Nullable
                    Path out) {
        if (last < 1) {
            throw new BadInputException("--last: expected at least 1 night, found " + last);
        }
        History history = NightStore.at(root).history();
        if (history.nights().isEmpty()) {
            return none();
        }
        String text = format == ExportFormat.CSV
                ? CsvHistory.render(history, last)
                : OpenMetrics.render(history, HistoryJudge.judge(history), last);
        if (out == null) {
            out().print(text);
        } else {
            AtomicFiles.write(out, text);
        }
        return ExitStatus.OK;
    }

    @Command(
            name = "prepare",
            description = "Makes the tables of a database, or brings them to this version; once, as their owner.",
            mixinStandardHelpOptions = true)
    ExitStatus prepare() {
        if (!root.startsWith(NightStore.DATABASE)) {
            throw new BadInputException("--history " + root
                    + ": expected jdbc:postgresql://HOST/DATABASE, found a folder, which needs no preparing");
        }
        int steps = DatabaseSchema.prepare(root);
        out().println(steps == 0 ? "all tables were there" : "the tables are ready");
        return ExitStatus.OK;
    }

    private static String nights(int count) {
        return count + (count == 1 ? " night" : " nights");
    }

    private ExitStatus none() {
        err().println("history: there is no night in " + NightStore.at(root).place()
                + "; scripts/nightly measures one, and scripts/history import brings those of other tools");
        return ExitStatus.NO_BASELINE;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
