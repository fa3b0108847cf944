package org.evenkeel.baselines.verdict.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.function.IntPredicate;
import org.evenkeel.baselines.analysis.changepoint.ChangePoint;
import org.evenkeel.baselines.analysis.changepoint.ChangePoints;
import org.evenkeel.baselines.samples.Environment;
import org.evenkeel.baselines.samples.Environment.Difference;
import org.evenkeel.baselines.samples.history.History;
import org.evenkeel.baselines.samples.history.Life;
import org.evenkeel.baselines.samples.history.Night;
import org.evenkeel.leakcheck.analysis.Interval;

/** Judges a history: replays it night by night for the alarms, and looks at it as a whole for the change points. */
public final class HistoryJudge {

    private final History history;
    private final List<Alarm> alarms = new ArrayList<>();
    private final List<LevelChange> changes = new ArrayList<>();
    private final List<SetAside> setAside = new ArrayList<>();
    private final List<org.evenkeel.baselines.samples.Identity> suspects = new ArrayList<>();

    private HistoryJudge(History history) {
        this.history = history;
    }

    /** Judges all lives of a history. No night knows of a later one when its alarms are raised. */
    public static HistoryVerdict judge(History history) {
        HistoryJudge judge = new HistoryJudge(history);
        Sensitivity sensitivity = Sensitivity.of(history.lives().size());
        for (Life life : history.lives()) {
            judge.replay(life, new NightGate(sensitivity));
            judge.findChanges(life);
        }
        judge.alarms.sort(Comparator.comparingInt(Alarm::run).thenComparing(Alarm::identity));
        return new HistoryVerdict(judge.alarms, judge.changes, judge.setAside, judge.suspects);
    }

    /** The alarms alone, which a night needs before anything else. */
    public static List<Alarm> alarms(History history) {
        HistoryJudge judge = new HistoryJudge(history);
        Sensitivity sensitivity = Sensitivity.of(history.lives().size());
        history.lives().forEach(life -> judge.replay(life, new NightGate(sensitivity)));
        return List.copyOf(judge.alarms);
    }

    private void replay(Life life, NightGate gate) {
        double[] badness = life.badness();
        for (int i = 0; i < badness.length; i++) {
            int at = i;
            gate.next(badness[i])
                    .ifPresent(finding -> alarms.add(new Alarm(
                            night(life, finding.isFromNightBefore() ? at - 1 : at)
                                    .run(),
                            night(life, at).run(),
                            life.identity(),
                            finding.kind(),
                            Math.expm1(finding.size()))));
        }
        gate.reasonToSetAside()
                .ifPresent(reason -> setAside.add(new SetAside(life.identity(), gate.isYoung(), reason)));
        if (gate.isSuspect()) {
            suspects.add(life.identity());
        }
    }

    private void findChanges(Life life) {
        IntPredicate canChange = index -> {
            Night before = night(life, index - 1);
            Night after = night(life, index);
            return !before.isOfSameCommit(after) || !differences(before, after).isEmpty();
        };
        for (ChangePoint change : ChangePoints.of(life.badness(), canChange)) {
            Night after = night(life, change.index() - 1);
            Night before = night(life, change.index());
            Interval log = change.shift().interval();
            changes.add(new LevelChange(
                    life.identity(),
                    after,
                    before,
                    Math.expm1(change.shift().estimate()),
                    new Interval(Math.expm1(log.lower()), Math.expm1(log.upper()), log.confidenceLevel()),
                    differences(after, before)));
        }
    }

    private static SortedMap<String, Difference> differences(Night before, Night after) {
        return Environment.differences(before.environment(), after.environment());
    }

    private Night night(Life life, int point) {
        return history.nights().get(life.points().get(point).night());
    }
}
