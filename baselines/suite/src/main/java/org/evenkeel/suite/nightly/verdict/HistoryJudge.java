package org.evenkeel.suite.nightly.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.evenkeel.compare.analysis.changepoint.ChangePoint;
import org.evenkeel.compare.analysis.changepoint.ChangePoints;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Environment.Difference;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.MachineSpeed;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.verdict.OneSided;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.kernel.Interval;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Life;
import org.evenkeel.suite.nightly.samples.Night;

/** Judges a history: replays it night by night for the alarms, and looks at it as a whole for the change points. */
public final class HistoryJudge {

    /** What has been missing for longer is known by now. */
    private static final int MOST_NIGHTS_GONE = 30;

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
        return new HistoryVerdict(judge.alarms, judge.changes, judge.setAside, judge.suspects, judge.gone());
    }

    /** The alarms alone, which a night needs before anything else. */
    public static List<Alarm> alarms(History history) {
        HistoryJudge judge = new HistoryJudge(history);
        Sensitivity sensitivity = Sensitivity.of(history.lives().size());
        history.lives().forEach(life -> judge.replay(life, sensitivity));
        return List.copyOf(judge.alarms);
    }

    /** A name that was never missing for as long as it is now. A night that has few of the others', one that measured suspects again, shows nothing. */
    private List<Gone> gone() {
        SortedMap<Identity, TreeSet<Integer>> nights = new TreeMap<>();
        int[] count = new int[history.nights().size()];
        for (Life life : history.lives()) {
            for (Life.Point point : life.points()) {
                if (nights.computeIfAbsent(life.identity().withMetric(Metric.SCORE), absent -> new TreeSet<>())
                        .add(point.night())) {
                    count[point.night()]++;
                }
            }
        }
        List<Integer> whole = IntStream.range(0, count.length)
                .filter(night -> 2 * count[night] >= nights.size() || night == 0 || 2 * count[night] > count[night - 1])
                .boxed()
                .toList();
        SortedSet<Identity> gone = new TreeSet<>();
        SortedSet<Identity> young = new TreeSet<>();
        nights.forEach((benchmark, its) -> {
            int longest = 0;
            int missing = 0;
            boolean began = false;
            for (int night : whole) {
                if (its.contains(night)) {
                    longest = began ? Math.max(longest, missing) : 0;
                    began = true;
                    missing = 0;
                } else {
                    missing++;
                }
            }
            if (its.size() > 1 && missing > longest && missing <= MOST_NIGHTS_GONE) {
                gone.add(benchmark);
            } else if (missing == 0 && its.size() <= MOST_NIGHTS_GONE && its.first() > 0) {
                young.add(benchmark);
            }
        });
        Map<Identity, Identity> likely = OneSided.likely(gone, young);
        return gone.stream()
                .map(benchmark -> new Gone(
                        benchmark,
                        history.nights()
                                .get(nights.getOrDefault(benchmark, new TreeSet<>())
                                        .last()),
                        Optional.ofNullable(likely.get(benchmark))))
                .toList();
    }

    private void replayExact(Life life) {
        ExactGate gate = new ExactGate(Options.DEFAULT.toleranceOf(life.metric()));
        double[] amounts = life.amounts();
        for (int i = 0; i < amounts.length; i++) {
            Night night = night(life, i);
            gate.next(amounts[i])
                    .ifPresent(step -> alarms.add(new Alarm(
                            night.run(),
                            night.run(),
                            life.identity(),
                            Alarm.Kind.STEP,
                            step.to() / Math.abs(step.from()) - 1,
                            OptionalDouble.of(step.to() - step.from()),
                            Optional.of(night))));
        }
    }

    private void replay(Life life, Sensitivity sensitivity) {
        if (life.metric().kind() == MetricKind.EXACT) {
            replayExact(life);
            return;
        }
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
                            Math.expm1(finding.size()),
                            OptionalDouble.empty(),
                            Optional.of(night(life, finding.isFromNightBefore() ? at - 1 : at)))));
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
        for (ChangePoint change : ChangePoints.of(levels(life), canChange)) {
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

    /** On the log scale; an amount that may be nothing has its tolerance added, so that less than that is no change of level. */
    private static double[] levels(Life life) {
        if (life.metric().kind() != MetricKind.EXACT) {
            return life.badness();
        }
        double floor = Options.DEFAULT.toleranceOf(life.metric()).absolute();
        return Arrays.stream(life.amounts())
                .map(amount -> Math.log(Math.abs(amount) + floor))
                .map(life.metric().direction()::worsening)
                .toArray();
    }

    private static SortedMap<String, Difference> differences(Night before, Night after) {
        return Environment.differences(before.environment(), after.environment());
    }

    private Night night(Life life, int point) {
        return history.nights().get(life.points().get(point).night());
    }
}
