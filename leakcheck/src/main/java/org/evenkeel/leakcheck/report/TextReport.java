package org.evenkeel.leakcheck.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.evenkeel.kernel.PlainText;
import org.evenkeel.leakcheck.samples.GrowthPer;
import org.evenkeel.leakcheck.samples.SignalSeries;
import org.evenkeel.leakcheck.samples.Unit;
import org.evenkeel.leakcheck.verdict.ClassFinding;
import org.evenkeel.leakcheck.verdict.GrowthRate;
import org.evenkeel.leakcheck.verdict.LeakEvidence;
import org.evenkeel.leakcheck.verdict.LeakVerdict;
import org.evenkeel.leakcheck.verdict.SignalFinding;
import org.evenkeel.leakcheck.verdict.Tendency;

/** A result for a person: a paragraph with the verdict, then a table of what was looked at. */
public final class TextReport {

    private static final int SPARKLINE_WIDTH = 30;
    private static final int MOST_CLASSES = 10;

    private TextReport() {}

    /** Renders one result; ends with a line break. */
    public static String render(LeakReport report) {
        StringBuilder text = new StringBuilder();
        text.append(paragraph(report)).append('\n');
        text.append(CauseText.render(report.cause()));
        LeakEvidence evidence = report.verdict().evidence();
        if (!evidence.signals().isEmpty()) {
            text.append('\n');
            line(text, "signal", "verdict", "growth", "from", "to", "over the batches");
            for (SignalFinding signal : evidence.signals()) {
                report.recording()
                        .series(signal.signal())
                        .forEach(series -> signalLine(
                                text, signal, series, report.recording().per()));
            }
        }
        List<ClassFinding> classes = report.verdict().growth().classes();
        if (!classes.isEmpty()) {
            text.append('\n');
            text.append(String.format(Locale.ROOT, "%14s %14s  %s%n", "instances", "bytes", "growing class"));
            classes.stream()
                    .limit(MOST_CLASSES)
                    .forEach(found -> classLine(text, found, report.recording().per()));
        }
        report.recording()
                .notes()
                .forEach(note ->
                        text.append("\nNote: ").append(PlainText.line(note)).append('\n'));
        return text.toString();
    }

    /** The verdict as one paragraph on one line: names and messages are somebody else's, and may look like a verdict of their own. */
    public static String paragraph(LeakReport report) {
        LeakVerdict verdict = report.verdict();
        StringBuilder text = new StringBuilder();
        text.append(report.workload())
                .append(": ")
                .append(report.verdictName())
                .append(". ")
                .append(verdict.explanation());
        LeakEvidence evidence = verdict.evidence();
        GrowthPer per = report.recording().per();
        evidence.rate().ifPresent(rate -> text.append(' ').append(rate(rate, per)));
        excluded(verdict, per).ifPresent(sentence -> text.append(' ').append(sentence));
        verdict.growth()
                .operationsUntilFull()
                .ifPresent(operations -> text.append(String.format(
                        Locale.ROOT,
                        " The heap of %s is full after %s more operations.",
                        Quantities.bytes((double) report.recording().jvm().maxHeapBytes()),
                        Quantities.significant(operations))));
        if (verdict instanceof LeakVerdict.Inconclusive inconclusive) {
            text.append(" What would settle it: ")
                    .append(inconclusive.whatWouldSettle())
                    .append('.');
        }
        text.append(extent(report));
        return PlainText.line(text.toString());
    }

    private static String extent(LeakReport report) {
        int samples = report.recording().samples().size();
        return report.recording().per() == GrowthPer.OPERATION
                ? String.format(
                        Locale.ROOT,
                        " (%,d operations in %d batches, %.1f s)",
                        report.recording().totalOperations(),
                        samples,
                        report.elapsedSeconds())
                : String.format(Locale.ROOT, " (%d samples, %.1f s)", samples, report.elapsedSeconds());
    }

    /** What would have been seen, where nothing was. */
    private static Optional<String> excluded(LeakVerdict verdict, GrowthPer per) {
        LeakEvidence evidence = verdict.evidence();
        OptionalDouble excluded = evidence.excludedBytesPerOperation();
        boolean grows = verdict.growth().operationsUntilFull().isPresent()
                || !evidence.signalsThatAre(Tendency.GROWING).isEmpty();
        return excluded.isEmpty() || grows
                ? Optional.empty()
                : Optional.of("A leak of " + Quantities.rate(excluded.getAsDouble(), Unit.BYTES, per)
                        + " or more would have been found.");
    }

    private static String rate(GrowthRate rate, GrowthPer per) {
        return String.format(
                Locale.ROOT,
                "The live heap changes by %s (%.0f %% interval %s to %s).",
                Quantities.rate(rate.perOperation(), Unit.BYTES, per),
                100 * rate.interval().confidenceLevel(),
                Quantities.significant(rate.interval().lower() * per.counted()),
                Quantities.significant(rate.interval().upper() * per.counted()));
    }

    private static void signalLine(StringBuilder text, SignalFinding signal, SignalSeries series, GrowthPer per) {
        double[] values = series.values(0, series.size());
        Unit unit = signal.signal().unit();
        String rate = signal.finding().tendency() == Tendency.GROWING
                        && signal.perOperation().isPresent()
                ? Quantities.rate(signal.perOperation().getAsDouble(), unit, per)
                : "-";
        line(
                text,
                signal.signal().label(),
                signal.finding().tendency().name().toLowerCase(Locale.ROOT),
                rate,
                Quantities.of(values[0], unit),
                Quantities.of(values[values.length - 1], unit),
                IntStream.range(1, values.length).allMatch(i -> values[i] == values[0])
                        ? ""
                        : Sparkline.of(values, SPARKLINE_WIDTH));
    }

    private static void line(
            StringBuilder text, String signal, String verdict, String rate, String from, String to, String shape) {
        text.append(String.format(Locale.ROOT, "%-18s %-9s %18s %11s %11s  %s", signal, verdict, rate, from, to, shape)
                .stripTrailing());
        text.append('\n');
    }

    private static void classLine(StringBuilder text, ClassFinding found, GrowthPer per) {
        text.append(String.format(
                Locale.ROOT,
                "%14s %14s  %s%n",
                Quantities.rate(found.instancesPerOperation(), Unit.INSTANCES, per),
                Quantities.rate(found.bytesPerOperation(), Unit.BYTES, per),
                PlainText.line(found.heapClass().name())));
    }
}
