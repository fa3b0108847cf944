package org.evenkeel.suite.compare;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.evenkeel.compare.report.Format;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.BaselineStore;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.suite.command.AskedFor;
import org.evenkeel.suite.command.Sources;
import org.evenkeel.suite.command.StoreFolder;
import org.evenkeel.suite.page.ReportFiles;
import org.evenkeel.suite.report.BaselineUsed;
import org.evenkeel.suite.report.CheckReport;
import org.evenkeel.suite.report.parts.Parts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two sides and says for each benchmark whether it regressed. */
@Command(
        name = "compare",
        description = "Compares CURRENT with BASE and says for each benchmark whether it regressed.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "BASE and CURRENT are each a JMH JSON file, a folder of such files or of runs (several sessions of the same"
                    + " code), the folder of one run, or the name of a baseline.",
            "Ends with 0 when nothing wrong was found, 1 on a regression or an invalid benchmark, 2 on bad input, 3 when"
                    + " there is no baseline of that name, 4 when nothing could be decided."
        })
public final class CompareCommand implements Callable<ExitStatus> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "BASE CURRENT",
            hideParamSyntax = true,
            description = "What to compare with, and what was measured now.")
    private List<String> places;

    @Option(
            names = "--self-test",
            description =
                    "Compares nothing, but proves the gate on the data given in place of BASE and CURRENT: it must"
                            + " keep quiet on unchanged code, and find a slowdown that is injected into it. Each is a folder"
                            + " whose sub-folders hold sessions of one unchanged code, or the sessions of one.")
    private boolean selfTest;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "CONSOLE",
            description = "console, markdown, json or csv; console by default.")
    private Format format;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Also writes report.html, report.md, comparison.json and junit.xml.")
    private @Nullable Path out;

    @Mixin
    private AskedFor asked;

    @Option(
            names = "--noise-from",
            paramLabel = "FOLDER",
            description = "Learns noise from session to session here: each sub-folder holds sessions of one unchanged"
                    + " code. The sessions of BASE and CURRENT serve besides.")
    private @Nullable Path noiseFrom;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Where named baselines are kept. Default: the folder baselines of the repository.")
    private Path store;

    CompareCommand() {
        this.spec = CommandSpec.create();
        this.places = List.of();
        this.format = Format.CONSOLE;
        this.asked = new AskedFor();
        this.store = StoreFolder.byDefault();
    }

    @Override
    public ExitStatus call() {
        Options options = asked.options(new BaselineStore(store));
        List<List<Session>> history =
                noiseFrom == null ? List.of() : asked.selectGroups(SessionFiles.groups(noiseFrom));
        if (selfTest && !places.isEmpty()) {
            return GateProofRun.run(
                    asked.selectGroups(GateProofRun.groupsAt(places)),
                    history,
                    options,
                    spec.commandLine().getOut());
        }
        if (selfTest || places.size() != 2) {
            throw new ParameterException(
                    spec.commandLine(),
                    selfTest
                            ? "expected data of unchanged code after --self-test"
                            : "expected BASE and CURRENT, found " + places);
        }
        return compare(places.get(0), places.get(1), history, options);
    }

    private ExitStatus compare(String base, String current, List<List<Session>> history, Options options) {
        Sources sources = new Sources(new BaselineStore(store));
        boolean baseIsName = Sources.isName(base);
        boolean currentIsName = Sources.isName(current);
        List<Session> unnamedBase = baseIsName ? List.of() : Sources.at(base);
        List<Session> unnamedCurrent = currentIsName ? List.of() : Sources.at(current);
        Optional<List<Session>> currentSessions =
                currentIsName ? sources.named(current, unnamedBase) : Optional.of(unnamedCurrent);
        Optional<List<Session>> baseSessions =
                baseIsName ? sources.named(base, currentSessions.orElse(List.of())) : Optional.of(unnamedBase);
        if (baseSessions.isEmpty() || currentSessions.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("compare: there is no baseline \"" + (baseSessions.isEmpty() ? base : current) + "\" in "
                    + store + "; record one with scripts/baseline record, or name a file or folder that exists");
            return ExitStatus.NO_BASELINE;
        }
        sayWhatIsApart(base, baseSessions.get());
        sayWhatIsApart(current, currentSessions.get());
        List<Session> now = asked.select(withContent(currentSessions.get()));
        List<Session> before = asked.renamed(asked.select(withContent(baseSessions.get())), now);
        Comparison comparison = Comparer.compare(before, now, history, options)
                .withGaps(Stream.concat(baseSessions.get().stream(), currentSessions.get().stream())
                        .filter(Session::isEmpty)
                        .map(session -> session.name() + " holds no result; did every benchmark fail?")
                        .toList());
        // Made before anything is said: it reads files that may turn out to be unreadable.
        Optional<CheckReport> report =
                out == null ? Optional.empty() : Optional.of(report(base, before, now, comparison));
        spec.commandLine().getOut().print(format.render(comparison));
        if (out != null) {
            ReportFiles.write(out, report.orElseThrow());
        }
        return comparison.status();
    }

    /** Files of one run that were taken for several sessions give rows of fewer forks than they have. */
    private void sayWhatIsApart(String place, List<Session> sessions) {
        Session first = sessions.get(0);
        sessions.stream()
                .skip(1)
                .filter(other -> SessionFiles.haveNothingInCommon(List.of(first, other)))
                .findFirst()
                .ifPresent(other -> spec.commandLine()
                        .getErr()
                        .println("compare: " + place + ": taken for " + sessions.size() + " sessions, but "
                                + SessionFiles.nameOf(Path.of(first.name())) + " and "
                                + SessionFiles.nameOf(Path.of(other.name()))
                                + " have no benchmark in common; put the files of one run into a folder of their own"));
    }

    private static List<Session> withContent(List<Session> sessions) {
        return sessions.stream().filter(session -> !session.isEmpty()).toList();
    }

    private static CheckReport report(String base, List<Session> before, List<Session> now, Comparison comparison) {
        Session newest = now.get(now.size() - 1);
        Environment known = newest.environment()
                .orElseGet(() -> new Environment(
                        newest.series().values().stream()
                                .findFirst()
                                .map(Series::facts)
                                .orElseGet(TreeMap::new),
                        new TreeMap<>()));
        return new CheckReport(
                        known,
                        newest,
                        SessionLeaks.of(newest),
                        new BaselineUsed.Given(Sources.shown(base, before), before.size()),
                        comparison,
                        List.of())
                .with(Parts.NONE.withSides(ReportFiles.side(before), ReportFiles.side(now)));
    }
}
