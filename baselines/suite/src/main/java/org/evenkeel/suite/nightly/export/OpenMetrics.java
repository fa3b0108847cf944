package org.evenkeel.suite.nightly.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Life;
import org.evenkeel.suite.nightly.samples.Night;
import org.evenkeel.suite.nightly.verdict.Alarm;
import org.evenkeel.suite.nightly.verdict.HistoryVerdict;

/**
 * A history as OpenMetrics text 1.0, each night with its time, so that {@code promtool tsdb create-blocks-from openmetrics}
 * brings the past along. With one night it is what a file for the node exporter's text collector holds.
 */
public final class OpenMetrics {

    private static final MathContext DIGITS = new MathContext(10);
    private static final String ALARM = "evenkeel_alarm_ratio";
    private static final String NIGHT = "evenkeel_night";

    private final StringBuilder text = new StringBuilder();
    private final List<Night> nights;

    /** The first night that is written. */
    private final int first;

    private OpenMetrics(List<Night> nights, int first) {
        this.nights = nights;
        this.first = first;
    }

    /**
     * Renders it.
     *
     * @param last how many nights, the newest; at least 1
     */
    public static String render(History history, HistoryVerdict verdict, int last) {
        List<Night> nights = history.nights();
        OpenMetrics metrics = new OpenMetrics(nights, Math.max(0, nights.size() - last));
        for (Family family : Family.values()) {
            metrics.add(
                    family,
                    history.lives().stream()
                            .filter(life -> Family.of(life.metric().unit()) == family)
                            .toList());
        }
        metrics.addAlarms(verdict.alarms());
        metrics.addNights();
        return metrics.text.append("# EOF\n").toString();
    }

    private void add(Family family, List<Life> lives) {
        if (lives.isEmpty()) {
            return;
        }
        head(family.family(), "gauge", family.unit(), family.help());
        for (Life life : lives) {
            String labels = labels(life.identity(), Map.of("unit", life.metric().unit()), family == Family.OTHER);
            double factor = family.factor(life.metric().unit());
            long before = Long.MIN_VALUE;
            for (Life.Point point : life.points()) {
                long millis = nights.get(point.night()).epochMillis();
                // Two points of one time are refused by every reader; a clock that was put back makes such.
                if (point.night() >= first && millis > before) {
                    sample(family.family(), labels, point.value() * factor, millis);
                    before = millis;
                }
            }
        }
    }

    private void addAlarms(List<Alarm> alarms) {
        Map<Integer, Night> byRun =
                nights.stream().collect(Collectors.toMap(Night::run, night -> night, (one, other) -> one));
        int firstRun = nights.isEmpty() ? 0 : nights.get(first).run();
        Map<String, Map<Long, Double>> samples = new TreeMap<>();
        for (Alarm alarm : alarms) {
            Night raised = byRun.get(alarm.raisedInRun());
            if (raised != null && alarm.raisedInRun() >= firstRun && Double.isFinite(alarm.relativeChange())) {
                String labels =
                        labels(alarm.identity(), Map.of("kind", alarm.kind().name()), true);
                samples.computeIfAbsent(labels, absent -> new TreeMap<>())
                        .put(raised.epochMillis(), alarm.relativeChange());
            }
        }
        if (!samples.isEmpty()) {
            head(ALARM, "gauge", "ratio", "How much worse a benchmark got, at the night that raised the alarm.");
            samples.forEach(
                    (labels, points) -> points.forEach((millis, ratio) -> sample(ALARM, labels, ratio, millis)));
        }
    }

    private void addNights() {
        head(NIGHT, "info", "", "Each night: its number and its commit.");
        for (Night night : nights.subList(first, nights.size())) {
            Map<String, String> labels = new TreeMap<>(Map.of("run", Integer.toString(night.run())));
            labels.put("commit", night.commit());
            sample(NIGHT + "_info", written(labels), 1, night.epochMillis());
        }
    }

    private void head(String name, String type, String unit, String help) {
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        if (!unit.isEmpty()) {
            text.append("# UNIT ").append(name).append(' ').append(unit).append('\n');
        }
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    }

    private static String labels(Identity identity, Map<String, String> more, boolean withMore) {
        Map<String, String> labels = new TreeMap<>();
        labels.put("benchmark", identity.benchmark());
        labels.put("mode", identity.mode());
        labels.put("threads", Integer.toString(identity.threads()));
        labels.put("metric", identity.metric());
        if (!identity.params().isEmpty()) {
            labels.put(
                    "params",
                    identity.params().entrySet().stream()
                            .map(Map.Entry::toString)
                            .collect(Collectors.joining(",")));
        }
        if (withMore) {
            labels.putAll(more);
        }
        return written(labels);
    }

    private static String written(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private void sample(String name, String labels, double value, long epochMillis) {
        text.append(name)
                .append(labels)
                .append(' ')
                .append(new BigDecimal(value).round(DIGITS).doubleValue())
                .append(' ')
                .append(BigDecimal.valueOf(epochMillis, 3).toPlainString())
                .append('\n');
    }
}
