package org.evenkeel.baselines.verdict.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.evenkeel.baselines.analysis.changepoint.ChangePoint;
import org.evenkeel.baselines.analysis.changepoint.ChangePoints;
import org.evenkeel.baselines.samples.Environment;
import org.evenkeel.baselines.samples.Environment.Difference;
import org.evenkeel.baselines.samples.Identity;
import org.evenkeel.baselines.samples.MachineSpeed;
import org.evenkeel.baselines.samples.MetricKind;
import org.evenkeel.baselines.samples.history.History;
import org.evenkeel.baselines.samples.history.Life;
import org.evenkeel.baselines.samples.history.Night;
import org.evenkeel.leakcheck.analysis.Interval;

/** Judges a history: replays it night by night for the alarms, and looks at it as a whole for the change points. */
public final class HistoryJudge {

    private final History history;
    private final int[] speeds;
    private final List<Alarm> alarms = new ArrayList<>();
    private final List<LevelChange> changes = new ArrayList<>();
    private final List<SetAside> setAside = new ArrayList<>();
    private final List<Identity> suspects = new ArrayList<>();

    private HistoryJudge(History history) {
        this.history = history;
        speeds = speeds(history.nights());
    }

    /** Judges all lives of a history. No night knows of a later one when its alarms are raised. */
    public static HistoryVerdict judge(History history) {
        HistoryJudge judge = new HistoryJudge(history);
        Sensitivity sensitivity = Sensitivity.of(history.lives().size());
        for (Life life : history.lives()) {
            judge.replay(life, sensitivity);
            judge.findChanges(life);
        }
        judge.alarms.sort(Comparator.comparingInt(Alarm::run).thenComparing(Alarm::identity));
        return new HistoryVerdict(judge.alarms, judge.changes, judge.setAside, judge.suspects);
    }

    /** The alarms alone, which a night needs before anything else. */
    public static List<Alarm> alarms(History history) {
        HistoryJudge judge = new HistoryJudge(history);
        Sensitivity sensitivity = Sensitivity.of(history.lives().size());
        history.lives().forEach(life -> judge.replay(life, sensitivity));
        return List.copyOf(judge.alarms);
    }

    private void replay(Life life, Sensitivity sensitivity) {
        List<Life> parts = bySpeed(life);
        int lastNight = lastNight(life);
        for (Life part : parts) {
            NightGate gate = new NightGate(sensitivity);
            replay(part, gate);
            if (lastNight(part) == lastNight) {
                gate.reasonToSetAside()
                        .ifPresent(reason -> setAside.add(setAside(life.identity(), gate, parts.size() > 1, reason)));
                if (gate.isSuspect()) {
                    suspects.add(life.identity());
                }
            }
        }
    }

    private static int lastNight(Life life) {
        return life.points().isEmpty()
                ? -1
                : life.points().get(life.points().size() - 1).night();
    }

    private static SetAside setAside(Identity identity, NightGate gate, boolean isOneOfSpeeds, String reason) {
        if (!gate.isYoung()) {
            return new SetAside(identity, SetAside.Why.NOISY, reason);
        }
        return isOneOfSpeeds
                ? new SetAside(
                        identity,
                        SetAside.Why.OTHER_SPEED,
                        "the machine had another speed than on other nights, and at this one there are " + reason)
                : new SetAside(identity, SetAside.Why.YOUNG, reason);
    }

    /** A life, parted so that the machine was about as fast on all nights of a part. */
    private List<Life> bySpeed(Life life) {
        if (life.metric().kind() != MetricKind.TIME) {
            return List.of(life);
        }
        SortedMap<Integer, List<Life.Point>> parts = new TreeMap<>();
        life.points()
                .forEach(point -> parts.computeIfAbsent(speeds[point.night()], speed -> new ArrayList<>())
                        .add(point));
        return parts.values().stream()
                .map(points -> new Life(life.identity(), life.metric(), points))
                .toList();
    }

    /** A number for each night, the same for nights as fast as the first of that number, so that none hangs on a later one. */
    private static int[] speeds(List<Night> nights) {
        List<Night> first = new ArrayList<>();
        int[] speeds = new int[nights.size()];
        for (int i = 0; i < speeds.length; i++) {
            Night night = nights.get(i);
            while (speeds[i] < first.size()
                    && !MachineSpeed.alike(night.speed(), first.get(speeds[i]).speed())) {
                speeds[i]++;
            }
            if (speeds[i] == first.size()) {
                first.add(night);
            }
        }
        return speeds;
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
    }

    /** In the longest stretch at one speed: between speeds, the machine is what changed. */
    private void findChanges(Life whole) {
        Life life = bySpeed(whole).stream()
                .max(Comparator.comparingInt(part -> part.points().size()))
                .orElse(whole);
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
