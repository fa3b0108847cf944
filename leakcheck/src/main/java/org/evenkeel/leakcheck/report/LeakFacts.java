package org.evenkeel.leakcheck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.leakcheck.samples.SignalSeries;
import org.evenkeel.leakcheck.samples.Unit;
import org.evenkeel.leakcheck.verdict.ClassFinding;
import org.evenkeel.leakcheck.verdict.LeakEvidence;
import org.evenkeel.leakcheck.verdict.SignalFinding;
import org.evenkeel.leakcheck.verdict.Tendency;

/** A result as the message of an assertion: the paragraph, then one aligned line for each fact that is out of order. */
public final class LeakFacts {

    private static final int MOST_CLASSES = 5;

    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    private LeakFacts() {}

    /** Renders one result; ends without a line break. */
    public static String render(LeakReport report) {
        LeakFacts facts = new LeakFacts();
        LeakEvidence evidence = report.verdict().evidence();
        for (SignalFinding signal : evidence.signals()) {
            if (signal.finding().tendency() != Tendency.STEADY) {
                report.recording().series(signal.signal()).forEach(series -> facts.add(signal, series));
            }
        }
        report.verdict().growth().classes().stream().limit(MOST_CLASSES).forEach(facts::add);
        report.cause().paths().forEach(path -> facts.add("held by", CauseText.path(path)));
        report.cause().notes().forEach(note -> facts.add("note", note));
        report.recording().notes().forEach(note -> facts.add("note", note));
        return TextReport.paragraph(report) + facts.lines();
    }

    private void add(SignalFinding signal, SignalSeries series) {
        Unit unit = signal.signal().unit();
        String rate = signal.perOperation().isPresent()
                ? Quantities.perOperation(signal.perOperation().getAsDouble(), unit) + ", "
                : "";
        add(
                signal.signal().label(),
                String.format(
                        Locale.ROOT,
                        "%s%s to %s, %s",
                        rate,
                        Quantities.of(series.value(0), unit),
                        Quantities.of(series.value(series.size() - 1), unit),
                        signal.finding().reason()));
    }

    private void add(ClassFinding found) {
        add(
                "growing class",
                String.format(
                        Locale.ROOT,
                        "%s, %s, %s",
                        found.heapClass().name(),
                        Quantities.perOperation(found.instancesPerOperation(), Unit.INSTANCES),
                        Quantities.perOperation(found.bytesPerOperation(), Unit.BYTES)));
    }

    private void add(String name, String value) {
        names.add(name);
        values.add(value);
    }

    private String lines() {
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append('\n').append(String.format(Locale.ROOT, "%-" + width + "s : %s", names.get(i), values.get(i)));
        }
        return text.toString();
    }
}
