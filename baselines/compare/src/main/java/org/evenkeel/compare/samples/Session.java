package org.evenkeel.compare.samples;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.kernel.BadInputException;

/**
 * One run of a suite on one machine.
 *
 * @param name what messages call it
 * @param series by identity
 * @param leaks what the leak checker found, by identity
 * @param invalid benchmarks whose numbers mean nothing; they have no series
 * @param environment where it was measured, as far as that was written down
 */
public record Session(
        String name,
        SortedMap<Identity, Series> series,
        SortedMap<Identity, LeakResult> leaks,
        List<InvalidBenchmark> invalid,
        Optional<Environment> environment) {

    private static final Pattern DAY = Pattern.compile("(?<!\\d)20\\d\\d-[01]\\d-[0-3]\\d(?!\\d)");

    public Session {
        series = Collections.unmodifiableSortedMap(new TreeMap<>(series));
        leaks = Collections.unmodifiableSortedMap(new TreeMap<>(leaks));
        invalid = List.copyOf(invalid);
    }

    /**
     * A session of what was read from one result file.
     *
     * @throws BadInputException when two results have the same identity
     */
    public static Session of(String name, Collection<Series> series) {
        SortedMap<Identity, Series> byIdentity = new TreeMap<>();
        for (Series one : series) {
            Series other = byIdentity.putIfAbsent(one.identity(), one);
            if (other != null) {
                throw new BadInputException(one.origin() + ": " + one.identity() + " is there twice, first at "
                        + other.origin() + "; give each run a file of its own");
            }
        }
        SortedMap<Identity, LeakResult> leaks = new TreeMap<>();
        byIdentity.values().stream()
                .filter(one -> one.metric().name().equals(LeakResult.JMH_VERDICT))
                .forEach(verdicts -> {
                    Identity rate = verdicts.identity().withMetric(Metric.LEAK_RATE);
                    leaks.put(rate, LeakResult.of(verdicts, Optional.ofNullable(byIdentity.get(rate))));
                });
        return new Session(name, byIdentity, leaks, List.of(), Optional.empty());
    }

    /** The same session with what else is known about it. Numbers of invalid benchmarks are dropped. */
    public Session with(Collection<LeakResult> found, List<InvalidBenchmark> broken, Optional<Environment> where) {
        SortedMap<Identity, LeakResult> byIdentity = new TreeMap<>(leaks);
        for (LeakResult leak : found) {
            if (byIdentity.putIfAbsent(leak.identity(), leak) != null) {
                throw new BadInputException(
                        name + ": " + leak.identity() + " is there twice; give each run its own file");
            }
        }
        SortedMap<Identity, Series> sound = new TreeMap<>(series);
        sound.keySet()
                .removeIf(identity ->
                        broken.stream().anyMatch(one -> one.identity().sameBenchmark(identity)));
        return new Session(name, sound, byIdentity, broken, where);
    }

    /** The day on which it was measured, as its file or folder is named by it, such as {@code 2026-11-21}; empty where it is not. */
    public Optional<String> day() {
        int file = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        int folder = Math.max(name.lastIndexOf('/', file - 1), name.lastIndexOf('\\', file - 1));
        Matcher day = DAY.matcher(name.substring(folder + 1));
        String last = null;
        while (day.find()) {
            last = day.group();
        }
        return Optional.ofNullable(last);
    }

    /** What is known about where one of its results was measured. */
    public SortedMap<String, String> facts(Series one) {
        TreeMap<String, String> facts = new TreeMap<>();
        environment.ifPresent(where -> facts.putAll(where.identity()));
        // A result knows what it ran with; the environment only what was planned.
        facts.putAll(one.facts());
        return facts;
    }

    /** What stands behind its scores, as far as it was read with them: iterations and single calls. */
    public SortedMap<Identity, RawResult> raw() {
        SortedMap<Identity, RawResult> raw = new TreeMap<>();
        series.forEach((identity, one) -> one.raw().ifPresent(behind -> raw.put(identity, behind)));
        return raw;
    }

    /** The part of the session whose identities are wanted. */
    public Session only(Predicate<Identity> wanted) {
        SortedMap<Identity, Series> someSeries = new TreeMap<>(series);
        someSeries.keySet().removeIf(wanted.negate());
        SortedMap<Identity, LeakResult> someLeaks = new TreeMap<>(leaks);
        someLeaks.keySet().removeIf(wanted.negate());
        List<InvalidBenchmark> someInvalid =
                invalid.stream().filter(one -> wanted.test(one.identity())).toList();
        return new Session(name, someSeries, someLeaks, someInvalid, environment);
    }

    /** The same session with other names. */
    public Session renamed(UnaryOperator<Identity> names) {
        SortedMap<Identity, Series> other = new TreeMap<>();
        series.forEach((identity, one) -> {
            Identity name = names.apply(identity);
            other.put(name, name.equals(identity) ? one : one.called(name));
        });
        return new Session(this.name, other, leaks, invalid, environment);
    }

    /** The same session under another name, which may have another day in it. */
    public Session called(String other) {
        return new Session(other, series, leaks, invalid, environment);
    }

    /** The same session with other numbers. */
    public Session mapped(UnaryOperator<Series> change) {
        SortedMap<Identity, Series> changed = new TreeMap<>();
        series.forEach((identity, one) -> changed.put(identity, change.apply(one)));
        return new Session(name, changed, leaks, invalid, environment);
    }

    /** The times of the session, each changed; one that is changed to nothing is left out. */
    public Session timesMapped(Function<Series, Optional<Series>> change) {
        SortedMap<Identity, Series> changed = new TreeMap<>();
        series.forEach((identity, one) -> {
            if (one.metric().kind() == MetricKind.TIME) {
                change.apply(one).ifPresent(other -> changed.put(identity, other));
            }
        });
        return new Session(name, changed, new TreeMap<>(), List.of(), environment);
    }

    /** Whether nothing at all was measured. */
    public boolean isEmpty() {
        return series.isEmpty() && leaks.isEmpty() && invalid.isEmpty();
    }

    @Override
    public String toString() {
        return name + Map.of("series", series.size(), "leaks", leaks.size(), "invalid", invalid.size());
    }
}
