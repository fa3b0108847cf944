package org.evenkeel.suite.check;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evenkeel.compare.samples.EnvironmentJson;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.ObjectiveResult;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.suite.ab.verdict.SequentialRule;
import org.evenkeel.suite.command.CheckRun;
import org.evenkeel.suite.command.Compared;
import org.evenkeel.suite.command.JudgedInTurn;
import org.evenkeel.suite.command.Planned;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.report.BaselineUsed;
import org.evenkeel.suite.report.CheckReport;
import org.evenkeel.suite.report.parts.HistoryLine;
import org.evenkeel.suite.report.parts.MeasuredSide;
import org.evenkeel.suite.report.parts.Parts;
import org.evenkeel.suite.run.RunFolder;
import org.evenkeel.suite.sides.BaseCode;

/**
 * Puts together the report of a run whose times were measured in turn. What leaks, and absolute limits, are judged from the run's
 * own numbers, which do not need the old code.
 *
 * @param options how numbers are compared
 * @param withLeaks whether leak checks belong to the run
 * @param history what nights have measured of the same
 */
record ReportInTurn(
        CheckRun run,
        Compared compared,
        Options options,
        boolean withLeaks,
        Function<Session, List<HistoryLine>> history) {

    /**
     * The report.
     *
     * @param base what the times were measured in turn with
     * @param leaks results of leak checks; empty where none were made
     * @param notJudged what was wanted and could not be judged, a line each
     * @param whole the session that was measured besides, for a record or for absolute limits
     */
    CheckReport of(
            JudgedInTurn times,
            BaseCode.Found base,
            List<LeakReport> leaks,
            List<String> notJudged,
            Optional<CheckRun.Found> whole)
            throws IOException {
        RunFolder folder = run.folder();
        if (whole.isEmpty()) {
            AtomicFiles.write(
                    folder.file(SessionFiles.ENVIRONMENT),
                    EnvironmentJson.write(run.environment()
                            .with(Profile.FACT, run.plan().profile().name())));
        }
        // What leaks, and absolute limits, do not need the old code.
        Planned planned = new Planned(run.plan(), withLeaks);
        boolean leaksAreThere = Files.exists(folder.file(SessionFiles.LEAKCHECK));
        Session now = whole.map(CheckRun.Found::session)
                .orElseGet(() -> leaksAreThere
                        ? SessionFiles.run(folder.path())
                        : Session.of(folder.path().toString(), List.of()));
        Comparison numbers = Comparer.compare(
                compared.sessions().stream()
                        .map(session -> session.only(
                                identity -> identity.metric().equals(Metric.LEAK_RATE) && planned.covers(identity)))
                        .toList(),
                List.of(now.only(identity -> identity.metric().equals(Metric.LEAK_RATE))),
                List.of(),
                options);
        List<Row> rows = new ArrayList<>(times.rows());
        rows.addAll(numbers.rows());
        rows.sort(Comparator.comparing(Row::identity));
        List<ObjectiveResult> limits = options.rules().objectives().isEmpty()
                ? List.of()
                : Comparer.compare(Compared.NOTHING, List.of(now), List.of(), options)
                        .objectives();
        Comparison comparison =
                new Comparison(rows, limits, SequentialRule.OPTIONS.withRules(options.rules()), 1, 1, List.of());
        MeasuredSide current = times.currentSide();
        Session shown = current.sessions().isEmpty() ? now : current.sessions().get(0);
        return new CheckReport(
                        run.environment(),
                        shown,
                        leaks,
                        new BaselineUsed.InTurn(base.words(), times.judged()),
                        comparison,
                        notJudged)
                .with(Parts.NONE.withSides(times.baseSide(), current).withHistory(history.apply(shown)));
    }
}
