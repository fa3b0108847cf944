package org.evenkeel.leakcheck.report;

import java.util.List;
import java.util.Locale;
import org.evenkeel.kernel.PlainText;
import org.evenkeel.leakcheck.samples.Collected;
import org.evenkeel.leakcheck.samples.LiveRecording;
import org.evenkeel.leakcheck.samples.LiveSample;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.samples.SignalSeries;
import org.evenkeel.leakcheck.samples.Unit;
import org.evenkeel.leakcheck.verdict.GrowthRate;
import org.evenkeel.leakcheck.verdict.LeakFinding;
import org.evenkeel.leakcheck.verdict.LeakVerdict;
import org.evenkeel.leakcheck.verdict.LiveJudge;
import org.evenkeel.leakcheck.verdict.SignalFinding;
import org.evenkeel.leakcheck.verdict.Tendency;

/** A watch for a person: one line while it goes on, a paragraph and a table at its end, and all its samples as CSV. */
public final class LiveText {

    private static final int SPARKLINE_WIDTH = 30;

    private LiveText() {}

    /** The line while it goes on. */
    public static String line(LiveRecording live) {
        List<Collected> collections = live.collections();
        double[] heap = collections.stream().mapToDouble(Collected::usedBytes).toArray();
        String left = heap.length == 0
                ? "no collection yet"
                : "heap after " + heap.length + " collections " + Quantities.bytes(heap[heap.length - 1]) + " "
                        + Sparkline.of(heap, SPARKLINE_WIDTH);
        LiveSample last = live.samples().get(live.samples().size() - 1);
        return String.format(Locale.ROOT, "%.0f s: %s", live.observedNanos() / 1e9, left)
                + reading(last, Signal.RESIDENT)
                + reading(last, Signal.THREADS);
    }

    private static String reading(LiveSample sample, Signal signal) {
        Long value = sample.signals().get(signal);
        return value == null ? "" : ", " + signal.label() + " " + Quantities.of(value, signal.unit());
    }

    /** The answer in words. */
    public static String explanation(LiveJudge.Judged judged) {
        StringBuilder text = new StringBuilder(
                judged.verdict() instanceof LeakVerdict.Steady
                        ? "Nothing grows over " + seconds(judged.recording().observedNanos()) + "."
                        : judged.verdict().explanation());
        judged.heapPerMinute()
                .ifPresent(rate -> text.append(" The live heap changes by ")
                        .append(Quantities.bytes(rate.perOperation()))
                        .append(" per minute (")
                        .append(interval(rate))
                        .append(")"));
        judged.heapPerOperation()
                .ifPresent(rate -> text.append(String.format(
                        Locale.ROOT, " and %s B per operation", Quantities.significant(rate.perOperation()))));
        if (judged.heapPerMinute().isPresent()) {
            text.append('.');
        }
        return text.toString();
    }

    private static String interval(GrowthRate rate) {
        return String.format(
                Locale.ROOT,
                "%.0f %% interval %s to %s",
                100 * rate.interval().confidenceLevel(),
                Quantities.bytes(rate.interval().lower()),
                Quantities.bytes(rate.interval().upper()));
    }

    /** The result; ends with a line break. */
    public static String render(String name, LiveRecording live, LiveJudge.Judged judged) {
        StringBuilder paragraph = new StringBuilder(name)
                .append(": ")
                .append(judged.verdict().name())
                .append(". ")
                .append(explanation(judged));
        if (judged.verdict() instanceof LeakVerdict.Inconclusive inconclusive) {
            paragraph
                    .append(" What would settle it: ")
                    .append(inconclusive.whatWouldSettle())
                    .append('.');
        }
        long old = live.collections().stream().filter(Collected::oldGeneration).count();
        paragraph.append(String.format(
                Locale.ROOT,
                " (%s, %d samples, %d collections, %d of them of the old generation)",
                seconds(live.observedNanos()),
                live.samples().size(),
                live.collections().size(),
                old));
        // A process has whatever name it likes, with line breaks and verdicts in it.
        StringBuilder text = new StringBuilder(PlainText.line(paragraph.toString())).append("\n\n");
        for (SignalFinding finding : judged.verdict().evidence().signals()) {
            judged.recording().series(finding.signal()).forEach(series -> signal(text, finding, series));
        }
        live.notes()
                .forEach(note ->
                        text.append("\nNote: ").append(PlainText.line(note)).append('\n'));
        return text.toString();
    }

    private static void signal(StringBuilder text, SignalFinding found, SignalSeries series) {
        double[] values = series.values(0, series.size());
        Unit unit = found.signal().unit();
        LeakFinding finding = found.finding();
        text.append(String.format(
                        Locale.ROOT,
                        "%-18s %-9s %11s to %11s  %s",
                        found.signal().label(),
                        finding.tendency().name().toLowerCase(Locale.ROOT),
                        Quantities.of(values[0], unit),
                        Quantities.of(values[values.length - 1], unit),
                        finding.tendency() == Tendency.STEADY ? "" : Sparkline.of(values, SPARKLINE_WIDTH))
                .stripTrailing());
        text.append('\n');
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%,.0f s", nanos / 1e9);
    }

    /** Every sample and every collection, in time order; a quantity that was not read at that moment is left empty. */
    public static String csv(LiveRecording live) {
        StringBuilder text = new StringBuilder("seconds,operations,heapAfterCollection,oldGeneration");
        for (Signal signal : Signal.values()) {
            text.append(signal == Signal.HEAP ? "" : "," + signal.label());
        }
        text.append('\n');
        int next = 0;
        for (LiveSample sample : live.samples()) {
            for (;
                    next < live.collections().size()
                            && live.collections().get(next).elapsedNanos() <= sample.elapsedNanos();
                    next++) {
                collected(text, live.collections().get(next));
            }
            text.append(String.format(Locale.ROOT, "%.3f,", sample.elapsedNanos() / 1e9));
            sample.operations().ifPresent(text::append);
            text.append(",,");
            for (Signal signal : Signal.values()) {
                if (signal != Signal.HEAP) {
                    Long value = sample.signals().get(signal);
                    text.append(',').append(value == null ? "" : value.toString());
                }
            }
            text.append('\n');
        }
        for (; next < live.collections().size(); next++) {
            collected(text, live.collections().get(next));
        }
        return text.toString();
    }

    private static void collected(StringBuilder text, Collected collected) {
        text.append(String.format(
                Locale.ROOT,
                "%.3f,,%d,%b",
                collected.elapsedNanos() / 1e9,
                collected.usedBytes(),
                collected.oldGeneration()));
        text.append(",".repeat(Signal.values().length - 1)).append('\n');
    }
}
