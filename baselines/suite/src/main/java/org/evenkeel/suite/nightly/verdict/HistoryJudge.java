package org.evenkeel.suite.nightly.verdict;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Life;

/** Judges a history: replays it night by night for the alarms, and looks at it as a whole for the change points. */
public final class HistoryJudge {

    private static final Comparator<Alarm> BY_RUN =
            Comparator.comparingInt(Alarm::run).thenComparing(Alarm::identity);

    private HistoryJudge() {}

    /** Judges all lives of a history, each by itself. No night knows of a later one when its alarms are raised. */
    public static HistoryVerdict judge(History history) {
        Sensitivity sensitivity = Sensitivity.of(history.lives().size());
        Speeds speeds = Speeds.of(history.nights());
        List<LifeJudge.Judged> judged = history.lives().parallelStream()
                .map(life -> LifeJudge.judge(life, history.nights(), speeds, sensitivity))
                .toList();
        List<Gone> gone = Disappearances.in(history);
        Set<Identity> goneNames = gone.stream().map(Gone::benchmark).collect(Collectors.toSet());
        return new HistoryVerdict(
                sorted(judged.stream().map(LifeJudge.Judged::alarms).toList()),
                judged.stream().flatMap(one -> one.changes().stream()).toList(),
                judged.stream().flatMap(one -> one.setAside().stream()).toList(),
                judged.stream()
                        .flatMap(one -> one.slowNight().stream())
                        .filter(slow -> !goneNames.contains(slow.identity().withMetric(Metric.SCORE)))
                        .toList(),
                gone,
                BenchmarkNames.of(history.lives().stream().map(Life::identity).toList()));
    }

    /** The alarms alone, which a night needs before anything else; in the order of the lives. */
    public static List<Alarm> alarms(History history) {
        Sensitivity sensitivity = Sensitivity.of(history.lives().size());
        Speeds speeds = Speeds.of(history.nights());
        return history.lives().stream()
                .flatMap(life -> LifeJudge.alarms(life, history.nights(), speeds, sensitivity).stream())
                .toList();
    }

    private static List<Alarm> sorted(Collection<List<Alarm>> alarms) {
        return alarms.stream().flatMap(List::stream).sorted(BY_RUN).toList();
    }
}
