package org.evenkeel.compare.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Environment.Difference;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.MachineSpeed;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.samples.Session;
import org.jspecify.annotations.Nullable;

/** Finds what the two sides have in common. Metrics that are never judged are left out. */
final class Pairing {

    private final Map<Identity, List<Series>> base;
    private final Map<Identity, List<Series>> current;
    private final Map<Series, Session> sessions = new HashMap<>();

    /** Results of one file share what they say about their JVM, so that ten thousand of them have few facts, known by themselves. */
    private final IdentityHashMap<Session, IdentityHashMap<Object, SortedMap<String, String>>> facts =
            new IdentityHashMap<>();

    private final IdentityHashMap<Object, IdentityHashMap<Object, SortedMap<String, Difference>>> known =
            new IdentityHashMap<>();

    private Pairing(List<Session> base, List<Session> current) {
        this.base = collect(base);
        this.current = collect(current);
    }

    static Pairing of(List<Session> base, List<Session> current) {
        return new Pairing(base, current);
    }

    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        base.forEach((identity, before) -> {
            List<Series> now = current.get(identity);
            if (now != null) {
                pairs.add(inOneUnit(before, now));
            }
        });
        // Sums of floating-point numbers must not hang on the order of files.
        pairs.sort(Comparator.comparing(Pair::identity));
        return pairs;
    }

    /** In the unit of the baseline; what cannot be converted is compared with nothing. */
    private Pair inOneUnit(List<Series> before, List<Series> now) {
        String unit = before.get(0).metric().unit();
        for (Series series : Stream.concat(before.stream(), now.stream()).toList()) {
            if (series.in(unit).isEmpty()) {
                return new Pair(
                        before,
                        now,
                        new TreeMap<>(Map.of(
                                Pair.UNIT, new Difference(unit, series.metric().unit()))));
            }
        }
        return pair(converted(before, unit), converted(now, unit));
    }

    private List<Series> converted(List<Series> some, String unit) {
        List<Series> converted = new ArrayList<>();
        for (Series one : some) {
            Series other = one.in(unit).orElseThrow();
            Session session = sessions.get(one);
            if (session != null) {
                sessions.put(other, session);
            }
            converted.add(other);
        }
        return converted;
    }

    /** Times of sessions in which the machine had another speed than in all of the other side are left out. */
    private Pair pair(List<Series> before, List<Series> now) {
        SortedMap<String, Difference> differences = differences(before, now);
        if (before.get(0).metric().kind() != MetricKind.TIME) {
            return new Pair(before, now, differences);
        }
        List<Series> comparableBefore = measuredAsFastAs(now, before);
        List<Series> comparableNow = measuredAsFastAs(before, now);
        if (!comparableBefore.isEmpty() && !comparableNow.isEmpty()) {
            return new Pair(comparableBefore, comparableNow, differences);
        }
        // Only sessions that are known can differ in speed.
        differences.putAll(MachineSpeed.difference(
                Objects.requireNonNull(sessions.get(before.get(0))), Objects.requireNonNull(sessions.get(now.get(0)))));
        return new Pair(before, now, differences);
    }

    private List<Series> measuredAsFastAs(List<Series> others, List<Series> some) {
        return some.stream()
                .filter(one -> others.stream().anyMatch(other -> areAlike(sessions.get(one), sessions.get(other))))
                .toList();
    }

    private static boolean areAlike(@Nullable Session one, @Nullable Session other) {
        return one == null || other == null || MachineSpeed.alike(one, other);
    }

    /** Rows that only one side has. */
    void oneSided(BiConsumer<Identity, Row> rows) {
        base.forEach((identity, series) -> {
            if (!current.containsKey(identity)) {
                rows.accept(identity, Pair.oneSided(series.get(0), new Verdict.Removed()));
            }
        });
        current.forEach((identity, series) -> {
            if (!base.containsKey(identity)) {
                rows.accept(identity, Pair.oneSided(series.get(0), new Verdict.Added()));
            }
        });
    }

    private Map<Identity, List<Series>> collect(List<Session> side) {
        Map<Identity, List<Series>> collected = new LinkedHashMap<>();
        for (Session session : side) {
            session.series().forEach((identity, series) -> {
                if (series.metric().kind() != MetricKind.INFORMATIVE) {
                    List<Series> same = collected.computeIfAbsent(identity, absent -> new ArrayList<>(1));
                    same.add(series);
                    if (session.environment().isPresent()) {
                        sessions.put(series, session);
                    }
                }
            });
        }
        return collected;
    }

    private SortedMap<String, Difference> differences(List<Series> before, List<Series> now) {
        SortedMap<String, Difference> differences = new TreeMap<>();
        for (Series one : before) {
            for (Series other : now) {
                SortedMap<String, String> base = facts(one);
                SortedMap<String, String> current = facts(other);
                differences.putAll(known.computeIfAbsent(base, absent -> new IdentityHashMap<>())
                        .computeIfAbsent(current, absent -> Environment.differences(base, current)));
            }
        }
        return differences;
    }

    private SortedMap<String, String> facts(Series series) {
        Session session = sessions.get(series);
        return session == null
                ? series.facts()
                : facts.computeIfAbsent(session, absent -> new IdentityHashMap<>())
                        .computeIfAbsent(series.facts(), absent -> session.facts(series));
    }
}
