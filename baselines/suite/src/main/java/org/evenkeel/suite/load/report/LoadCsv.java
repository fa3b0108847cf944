package org.evenkeel.suite.load.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.evenkeel.kernel.Csv;
import org.evenkeel.suite.load.samples.LoadRun;
import org.evenkeel.suite.load.samples.PhaseResult;
import org.evenkeel.suite.load.samples.Second;
import org.evenkeel.suite.load.verdict.LoadVerdict;

/** Runs as tables for spreadsheets: one row for a task in a phase, and one for a second. */
public final class LoadCsv {

    private LoadCsv() {}

    /** A row for each task in each phase; times in milliseconds. */
    public static String tasks(List<LoadVerdict> verdicts) {
        StringBuilder text =
                new StringBuilder("target,scenario,phase,open,user,task,seconds,done,errors,dropped,goodPerSecond");
        for (String kind : List.of("response", "service")) {
            TaskRows.NAMES.forEach(name ->
                    text.append(',').append(kind).append('.').append(name).append("Millis"));
        }
        text.append('\n');
        for (LoadVerdict verdict : verdicts) {
            for (PhaseResult phase : verdict.run().judged()) {
                for (TaskRows row : TaskRows.of(phase)) {
                    List<String> cells = new ArrayList<>(List.of(
                            Csv.cell(verdict.run().target()),
                            Csv.cell(verdict.run().scenario().name()),
                            Csv.cell(phase.phase().name()),
                            Boolean.toString(phase.isOpen()),
                            Csv.cell(row.result().user()),
                            Csv.cell(row.result().task()),
                            number(phase.seconds()),
                            Long.toString(row.result().done()),
                            Long.toString(row.result().errors()),
                            Long.toString(row.result().dropped()),
                            number(row.rate())));
                    for (double rank : TaskRows.RANKS) {
                        // A user who waits for each answer has no response time.
                        cells.add(
                                phase.isOpen()
                                        ? millis(
                                                TaskRows.percentile(row.result().response(), rank))
                                        : "");
                    }
                    for (double rank : TaskRows.RANKS) {
                        cells.add(millis(TaskRows.percentile(row.result().service(), rank)));
                    }
                    text.append(String.join(",", cells)).append('\n');
                }
            }
        }
        return text.toString();
    }

    /** A row for each second. */
    public static String seconds(LoadRun run) {
        StringBuilder text = new StringBuilder(
                "seconds,phase,offered,achieved,errors,dropped,users,inFlight,p50Millis,p95Millis,p99Millis,"
                        + "maxMillis,lagP99Millis,heapBytes,afterCollectionBytes,residentBytes,outsideHeapBytes,threads,descriptors,cpu,pauseMillis");
        run.gauges().forEach(gauge -> text.append(',').append(Csv.cell(gauge.name())));
        text.append('\n');
        for (Second second : run.seconds()) {
            List<String> cells = new ArrayList<>(List.of(
                    number(second.seconds()),
                    Csv.cell(run.phases().get(second.phase()).phase().name()),
                    number(second.offered()),
                    number(second.achieved()),
                    number(second.errors()),
                    number(second.dropped()),
                    Integer.toString(second.users()),
                    Long.toString(second.inFlight())));
            for (double time : second.times()) {
                cells.add(millis(time));
            }
            cells.add(millis(second.lagNanos()));
            cells.add(Long.toString(second.heapBytes()));
            cells.add(known(second.afterCollectionBytes()));
            cells.add(known(second.residentBytes()));
            cells.add(known(second.outsideHeapBytes()));
            cells.add(Integer.toString(second.threads()));
            cells.add(known(second.descriptors()));
            cells.add(number(second.cpu()));
            cells.add(Long.toString(second.pauseMillis()));
            for (double gauge : second.gauges()) {
                cells.add(number(gauge));
            }
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }

    private static String known(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "";
    }

    private static String millis(double nanos) {
        return Double.isFinite(nanos) ? String.format(Locale.ROOT, "%.6f", nanos / 1e6) : "";
    }
}
