package org.evenkeel.suite.nightly.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.kernel.PlainText;
import org.evenkeel.suite.nightly.samples.Night;
import org.evenkeel.suite.nightly.verdict.Alarm;
import org.evenkeel.suite.nightly.verdict.Gone;
import org.evenkeel.suite.nightly.verdict.HistoryVerdict;
import org.evenkeel.suite.nightly.verdict.LevelChange;
import org.evenkeel.suite.nightly.verdict.SlowNight;

/** A history's verdict for somebody at a terminal. */
public final class HistoryText {

    private static final int COMMIT_DIGITS = 12;

    /** Beyond ten times as much, an amount is easier to imagine. */
    private static final double MOST_SHARE = 10;

    private HistoryText() {}

    /** Renders alarms, change points and what was too noisy. */
    public static String render(HistoryVerdict verdict) {
        return section(
                        "alarm(s)",
                        verdict.alarms().stream()
                                .map(one -> line(one, verdict.names()))
                                .toList())
                + section(
                        "benchmark(s) worse on the last night alone",
                        verdict.slowNights().stream()
                                .map(one -> line(one, verdict.names()))
                                .toList())
                + section(verdict.gone().size(), "benchmark(s) gone", gone(verdict))
                + section(
                        "change point(s)",
                        verdict.changes().stream()
                                .map(one -> line(one, verdict.names()))
                                .toList())
                + section(
                        "benchmark(s) too noisy",
                        verdict.setAside().stream()
                                .map(one -> name(one.identity(), verdict.names()) + ": " + one.reason())
                                .toList());
    }

    /** An alarm on one line. */
    public static String line(Alarm alarm, BenchmarkNames names) {
        String what = alarm.kind() == Alarm.Kind.DRIFT
                ? "drifts, so far by"
                : alarm.absoluteChange().isPresent() ? "is more by" : "is slower by";
        String since = alarm.night()
                .map(night -> " since "
                        + Instant.ofEpochMilli(night.epochMillis()).toString().substring(0, 10) + ", " + name(night))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "run %d: %s %s %s%s (known after run %d)",
                alarm.run(),
                name(alarm.identity(), names),
                what,
                amount(alarm),
                since,
                alarm.raisedInRun());
    }

    private static String amount(Alarm alarm) {
        String share = String.format(Locale.ROOT, "%+.1f %%", 100 * alarm.relativeChange());
        if (alarm.absoluteChange().isEmpty()) {
            return share;
        }
        String bytes =
                String.format(Locale.ROOT, "%+.4g B/op", alarm.absoluteChange().getAsDouble());
        return alarm.relativeChange() < MOST_SHARE ? bytes + " (" + share + ")" : bytes;
    }

    private static List<String> gone(HistoryVerdict verdict) {
        return Stream.concat(
                        verdict.gone().stream().filter(one -> !one.isOld()).map(one -> line(one, verdict.names())),
                        oldGone(verdict).stream())
                .toList();
    }

    /** What was gone long ago, on one line; empty where nothing was. */
    static Optional<String> oldGone(HistoryVerdict verdict) {
        List<Gone> old = verdict.gone().stream().filter(Gone::isOld).toList();
        if (old.isEmpty()) {
            return Optional.empty();
        }
        Gone latest =
                old.stream().min(Comparator.comparingInt(Gone::missingNights)).orElseThrow();
        return Optional.of(Words.counted(old.size(), "benchmark") + " no longer measured for more than 30 nights"
                + (old.size() == 1 ? "; " : ", the latest of them: ") + line(latest, verdict.names()));
    }

    /** A single slow night, on one line. */
    public static String line(SlowNight slow, BenchmarkNames names) {
        return String.format(
                Locale.ROOT,
                "%s was %s in %s%s",
                name(slow.identity(), names),
                String.format(
                        Locale.ROOT,
                        Metric.isExact(slow.identity().metric()) ? "more by %+.1f %%" : "slower by %+.1f %%",
                        100 * slow.relativeChange()),
                name(slow.night()),
                slow.isFarBeyond() ? ", far beyond its limit; not yet sure, the next night tells" : "");
    }

    /** A benchmark that is gone, on one line. */
    public static String line(Gone gone, BenchmarkNames names) {
        return names.label(gone.benchmark()) + " is gone since "
                + Instant.ofEpochMilli(gone.last().epochMillis()).toString().substring(0, 10) + ", after "
                + name(gone.last())
                + gone.likely()
                        .map(now -> "; is it " + names.label(now) + " now?")
                        .orElse("");
    }

    /** A change point on one line. */
    public static String line(LevelChange change, BenchmarkNames names) {
        String machine = change.environment().isEmpty()
                ? ""
                : change.environment().entrySet().stream()
                        .map(fact -> fact.getKey() + " " + fact.getValue())
                        .collect(Collectors.joining("; ", "; the machine changed too: ", ""));
        return String.format(
                Locale.ROOT,
                "%s: %+.1f %% [%+.1f, %+.1f] between %s and %s%s",
                name(change.identity(), names),
                100 * change.relativeChange(),
                100 * change.interval().lower(),
                100 * change.interval().upper(),
                name(change.after()),
                name(change.before()),
                machine);
    }

    /** A benchmark with its metric, as it is called among those of a history. */
    public static String name(Identity identity, BenchmarkNames names) {
        return names.label(identity) + " " + PlainText.line(identity.metric());
    }

    private static String name(Night night) {
        String commit = night.commit();
        return "run " + night.run()
                + (commit.isEmpty() ? "" : " (" + commit.substring(0, Math.min(COMMIT_DIGITS, commit.length())) + ")");
    }

    private static String section(String title, List<String> lines) {
        return section(lines.size(), title, lines);
    }

    private static String section(int count, String title, List<String> lines) {
        return count + " " + title + (lines.isEmpty() ? "" : ":") + "\n"
                + lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }
}
