package org.evenkeel.suite.nightly.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.function.IntPredicate;
import org.evenkeel.compare.analysis.changepoint.ChangePoint;
import org.evenkeel.compare.analysis.changepoint.ChangePoints;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Environment.Difference;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.kernel.Interval;
import org.evenkeel.suite.nightly.samples.Life;
import org.evenkeel.suite.nightly.samples.Night;

/** Judges one life, with nothing but itself and its nights: replays it for its alarms, and looks at it as a whole for its change points. */
final class LifeJudge {

    private final Life life;
    private final List<Night> nights;
    private final List<Life> parts;
    private final List<Alarm> alarms = new ArrayList<>();
    private Optional<SetAside> setAside = Optional.empty();
    private Optional<SlowNight> slowNight = Optional.empty();

    private LifeJudge(Life life, List<Night> nights, Speeds speeds) {
        this.life = life;
        this.nights = nights;
        parts = speeds.parts(life);
    }

    /**
     * What a life says.
     *
     * @param alarms in the order of its nights, of one speed of the machine after the other
     * @param changes in the order of its nights
     * @param setAside why nothing can be said of it on its last night, if so
     * @param slowNight its last night, if that alone was above its limit
     */
    record Judged(
            List<Alarm> alarms,
            List<LevelChange> changes,
            Optional<SetAside> setAside,
            Optional<SlowNight> slowNight) {}

    /** Judges a life of some nights. */
    static Judged judge(Life life, List<Night> nights, Speeds speeds, Sensitivity sensitivity) {
        LifeJudge judge = new LifeJudge(life, nights, speeds);
        judge.replay(sensitivity);
        return new Judged(judge.alarms, judge.changes(), judge.setAside, judge.slowNight);
    }

    /** Its alarms alone. */
    static List<Alarm> alarms(Life life, List<Night> nights, Speeds speeds, Sensitivity sensitivity) {
        LifeJudge judge = new LifeJudge(life, nights, speeds);
        judge.replay(sensitivity);
        return judge.alarms;
    }

    private void replay(Sensitivity sensitivity) {
        if (life.metric().kind() == MetricKind.EXACT) {
            replayExact();
            return;
        }
        int lastNight = lastNight(life);
        for (Life part : parts) {
            NightGate gate = new NightGate(sensitivity);
            replay(part, gate);
            if (lastNight(part) == lastNight) {
                setAside = gate.reasonToSetAside().map(reason -> setAside(gate, reason));
                OptionalDouble deviation = gate.suspicion();
                slowNight = slowNight(
                        part,
                        deviation.isEmpty() ? deviation : OptionalDouble.of(Math.expm1(deviation.getAsDouble())),
                        gate.isFarBeyond());
            }
        }
    }

    private void replayExact() {
        ExactGate gate = new ExactGate(Options.DEFAULT.toleranceOf(life.metric()));
        double[] amounts = life.amounts();
        double[] ranges = life.ranges();
        for (int i = 0; i < amounts.length; i++) {
            Optional<ExactGate.Step> found = gate.next(amounts[i], ranges[i]);
            if (found.isPresent()) {
                ExactGate.Step step = found.get();
                alarm(
                        life,
                        i,
                        step.isFromNightBefore(),
                        Alarm.Kind.STEP,
                        step.to() / Math.abs(step.from()) - 1,
                        OptionalDouble.of(step.to() - step.from()));
            }
        }
        slowNight = slowNight(life, gate.suspicion(), gate.isFarBeyond());
    }

    private void replay(Life part, NightGate gate) {
        double[] badness = part.badness();
        for (int i = 0; i < badness.length; i++) {
            Optional<NightGate.Finding> found = gate.next(badness[i]);
            if (found.isPresent()) {
                NightGate.Finding finding = found.get();
                alarm(
                        part,
                        i,
                        finding.isFromNightBefore(),
                        finding.kind(),
                        Math.expm1(finding.size()),
                        OptionalDouble.empty());
            }
        }
    }

    private void alarm(
            Life part,
            int place,
            boolean isFromNightBefore,
            Alarm.Kind kind,
            double relative,
            OptionalDouble absolute) {
        Night since = night(part, isFromNightBefore ? place - 1 : place);
        alarms.add(new Alarm(
                since.run(), night(part, place).run(), life.identity(), kind, relative, absolute, Optional.of(since)));
    }

    private Optional<SlowNight> slowNight(Life part, OptionalDouble relativeChange, boolean isFarBeyond) {
        return relativeChange.isEmpty()
                ? Optional.empty()
                : Optional.of(new SlowNight(
                        life.identity(),
                        night(part, part.points().size() - 1),
                        relativeChange.getAsDouble(),
                        isFarBeyond));
    }

    private SetAside setAside(NightGate gate, String reason) {
        Identity identity = life.identity();
        if (!gate.isYoung()) {
            return new SetAside(identity, SetAside.Why.NOISY, reason);
        }
        return parts.size() > 1
                ? new SetAside(
                        identity,
                        SetAside.Why.OTHER_SPEED,
                        "the machine had another speed than on other nights, and at this one there are " + reason)
                : new SetAside(identity, SetAside.Why.YOUNG, reason);
    }

    /** In the longest stretch at one speed: between speeds, the machine is what changed. */
    private List<LevelChange> changes() {
        Life part = parts.stream()
                .max(Comparator.comparingInt(one -> one.points().size()))
                .orElse(life);
        IntPredicate canChange = index -> {
            Night before = night(part, index - 1);
            Night after = night(part, index);
            return !before.isOfSameCommit(after) || !differences(before, after).isEmpty();
        };
        List<LevelChange> changes = new ArrayList<>();
        for (ChangePoint change : ChangePoints.of(levels(part), canChange)) {
            Night after = night(part, change.index() - 1);
            Night before = night(part, change.index());
            Interval log = change.shift().interval();
            changes.add(new LevelChange(
                    part.identity(),
                    after,
                    before,
                    Math.expm1(change.shift().estimate()),
                    new Interval(Math.expm1(log.lower()), Math.expm1(log.upper()), log.confidenceLevel()),
                    differences(after, before)));
        }
        return changes;
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

    private static int lastNight(Life life) {
        return life.points().isEmpty()
                ? -1
                : life.points().get(life.points().size() - 1).night();
    }

    private static SortedMap<String, Difference> differences(Night before, Night after) {
        return Environment.differences(before.environment(), after.environment());
    }

    private Night night(Life some, int point) {
        return nights.get(some.points().get(point).night());
    }
}
