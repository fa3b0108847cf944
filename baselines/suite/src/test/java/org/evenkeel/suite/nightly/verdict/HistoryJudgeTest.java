package org.evenkeel.suite.nightly.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.MachineSpeed;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Night;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("simulation")
class HistoryJudgeTest {

    private static final double STEP = Math.log(1.10);

    @ParameterizedTest
    @CsvSource({"0.005", "0.02", "0.04"})
    void judge_unchangedCodeWithOutliers_hasAlarmsOnFewNights(double deviation) {
        Random random = new Random(67);
        int alarmed = 0;
        for (int suite = 0; suite < 4; suite++) {
            HistoryVerdict verdict = HistoryJudge.judge(Nights.of(
                    Nights.TIME,
                    200,
                    night -> random.doubles(30)
                            .map(any -> deviation * random.nextGaussian() + (any < 0.03 ? 0.3 : 0))
                            .toArray()));
            alarmed += verdict.alarms().stream()
                    .map(Alarm::run)
                    .collect(Collectors.toSet())
                    .size();
        }
        // At most 5 % of 800 nights.
        assertThat(alarmed).isLessThanOrEqualTo(40);
    }

    @Test
    void judge_stepOfATenth_isFoundOnceOnTheNightItCame() {
        Random random = new Random(71);
        HistoryVerdict verdict =
                HistoryJudge.judge(Nights.of(Nights.TIME, 120, night -> new double[] {
                    0.015 * random.nextGaussian() + (night >= 60 ? STEP : 0), 0.015 * random.nextGaussian()
                }));

        assertThat(verdict.alarms()).hasSize(1);
        Alarm alarm = verdict.alarms().get(0);
        assertThat(alarm.identity()).isEqualTo(Nights.identity(0));
        assertThat(alarm.run()).isEqualTo(60);
        assertThat(alarm.raisedInRun()).isEqualTo(61);
        assertThat(alarm.kind()).isEqualTo(Alarm.Kind.STEP);
        assertThat(verdict.changes()).hasSize(1);
        assertThat(verdict.changes().get(0).after().run()).isEqualTo(59);
        assertThat(verdict.changes().get(0).relativeChange()).isCloseTo(0.10, within(0.02));
        assertThat(verdict.setAside()).isEmpty();
    }

    @Test
    void judge_lessThroughput_isWorseToo() {
        Random random = new Random(71);
        HistoryVerdict verdict = HistoryJudge.judge(Nights.of(
                Nights.RATE, 80, night -> new double[] {0.01 * random.nextGaussian() - (night >= 60 ? STEP : 0)}));

        assertThat(verdict.alarms()).extracting(Alarm::run).containsExactly(60);
        assertThat(verdict.changes().get(0).relativeChange()).isPositive();
    }

    @Test
    void judge_improvement_isAChangeAndNoAlarm() {
        Random random = new Random(73);
        HistoryVerdict verdict = HistoryJudge.judge(Nights.of(
                Nights.TIME, 100, night -> new double[] {0.01 * random.nextGaussian() - (night >= 60 ? STEP : 0)}));

        assertThat(verdict.alarms()).isEmpty();
        assertThat(verdict.changes().get(0).relativeChange()).isNegative();
    }

    @Test
    void judge_machineOfAnotherSpeed_isNoAlarmAndNoChangeAndSaid() {
        HistoryVerdict verdict = HistoryJudge.judge(slowMachine(5));

        assertThat(verdict.alarms()).isEmpty();
        assertThat(verdict.changes()).isEmpty();
        assertThat(verdict.slowNights()).isEmpty();
        assertThat(verdict.setAside())
                .singleElement()
                .satisfies(one -> assertThat(one.why()).isEqualTo(SetAside.Why.OTHER_SPEED))
                .satisfies(one -> assertThat(one.reason()).contains("another speed", "5 of 12"));
    }

    @Test
    void judge_slowdownAtTheOtherSpeed_isFoundOnceTheSpeedIsKnown() {
        HistoryVerdict verdict = HistoryJudge.judge(slowMachine(40));

        assertThat(verdict.setAside()).isEmpty();
        assertThat(verdict.alarms()).extracting(Alarm::run).containsExactly(60 + 30);
    }

    /** Sixty nights, then some on which the machine takes half as long again; the code gets slower on the thirtieth of those. */
    private static History slowMachine(int slowNights) {
        Random random = new Random(61);
        History.Builder history = new History.Builder();
        for (int night = 0; night < 60 + slowNights; night++) {
            boolean slow = night >= 60;
            double machine = slow ? 1.5 : 1;
            history.night(new Night(
                    night,
                    night * 86_400_000L,
                    "c" + night,
                    new TreeMap<>(),
                    MachineSpeed.facts(MachineSpeed.in(
                                    new Environment(new TreeMap<>(), new TreeMap<>()),
                                    1000 * machine * (1 + 0.01 * random.nextGaussian()),
                                    "17")
                            .context())));
            double code = night >= 90 ? 1.1 : 1;
            history.add(
                    Nights.identity(0),
                    Nights.TIME,
                    List.of(1000 * machine * code * Math.exp(0.01 * random.nextGaussian())));
        }
        return history.build();
    }

    @Test
    void judge_oneBadNight_isNoAlarmButSuspectUntilTheNextOne() {
        Random random = new Random(79);
        HistoryVerdict verdict = HistoryJudge.judge(Nights.of(Nights.TIME, 60, night ->
                new double[] {0.01 * random.nextGaussian() + (night == 40 || night == 59 ? STEP : 0)}));

        assertThat(verdict.alarms()).isEmpty();
        assertThat(verdict.slowNights()).singleElement().satisfies(slow -> {
            assertThat(slow.identity()).isEqualTo(Nights.identity(0));
            assertThat(slow.night().run()).isEqualTo(59);
            assertThat(slow.relativeChange()).isCloseTo(0.10, within(0.03));
        });
        assertThat(verdict.isOpen())
                .as("a tenth in a single night is seldom anything")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 59})
    void judge_lastNightTenTimesAsSlow_leavesThatOpen(int last) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double deviation = 0.01 * (1 + seed);
            HistoryVerdict verdict = HistoryJudge.judge(Nights.of(Nights.TIME, last + 1, night ->
                    new double[] {deviation * random.nextGaussian() + (night == last ? Math.log(10) : 0)}));

            assertThat(verdict.isOpen()).as("deviation " + deviation).isTrue();
        }
    }

    @Test
    void judge_driftOfHalfAPercentAWeek_isFoundWithinEightWeeks() {
        Random random = new Random(83);
        int found = 0;
        for (int series = 0; series < 60; series++) {
            HistoryVerdict verdict = HistoryJudge.judge(Nights.of(Nights.TIME, 116, night ->
                    new double[] {0.017 * random.nextGaussian() + Math.max(0, night - 60) / 7.0 * 0.005}));
            found += verdict.alarms().stream().anyMatch(alarm -> alarm.run() >= 60) ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(48);
    }

    @Test
    void judge_benchmarkWithTwoModes_isSetAsideWithTheReason() {
        Random random = new Random(89);
        HistoryVerdict verdict = HistoryJudge.judge(Nights.of(Nights.TIME, 100, night ->
                new double[] {random.nextDouble() < 0.7 ? 0 : 0.6, 0.01 * random.nextGaussian()}));

        // Of the first nights one in the other mode is an outlier, and two after it are a step, as far as is known.
        assertThat(verdict.alarms()).noneMatch(alarm -> alarm.raisedInRun() >= SetAside.NIGHTS_NEEDED);
        assertThat(verdict.setAside()).extracting(SetAside::identity).containsExactly(Nights.identity(0));
        assertThat(verdict.setAside().get(0).reason()).contains("too noisy").contains("%");
    }

    @Test
    void judge_fewNights_areSetAside() {
        HistoryVerdict verdict = HistoryJudge.judge(Nights.of(Nights.TIME, 5, night -> new double[] {0.01 * night}));

        assertThat(verdict.setAside().get(0).reason()).contains("too few nights");
        assertThat(verdict.alarms()).isEmpty();
    }

    @Test
    void judge_nightsAfterwards_changeNoAlarmOfBefore() {
        Random random = new Random(97);
        double[][] values = new double[150][];
        for (int night = 0; night < values.length; night++) {
            double step = night >= 50 ? STEP : 0;
            values[night] = random.doubles(10)
                    .map(any -> 0.03 * random.nextGaussian() + step)
                    .toArray();
        }
        var whole = HistoryJudge.judge(Nights.of(Nights.TIME, 150, night -> values[night]))
                .alarms();
        var early = HistoryJudge.judge(Nights.of(Nights.TIME, 90, night -> values[night]))
                .alarms();

        assertThat(early).isNotEmpty();
        assertThat(whole.stream().filter(alarm -> alarm.raisedInRun() < 90).toList())
                .isEqualTo(early);
    }
}
