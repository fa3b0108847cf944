package org.evenkeel.suite.nightly.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Night;
import org.evenkeel.suite.nightly.verdict.Alarm;
import org.evenkeel.suite.nightly.verdict.HistoryJudge;
import org.evenkeel.suite.nightly.verdict.HistoryVerdict;
import org.evenkeel.suite.nightly.verdict.SetAside;
import org.junit.jupiter.api.Test;

class NightTextTest {

    private static final Metric TIME = new Metric(Metric.SCORE, "ns/op", MetricKind.TIME, Direction.SMALLER_IS_BETTER);

    @Test
    void render_noHistory_saysSoAndFindsNothing() {
        assertThat(text(history(0, 0), List.of(), List.of())).isEqualTo("""
            # Nightly

            The history holds no night of this machine yet.
            Nothing is wrong, as far as that shows without a history.
            """);
    }

    @Test
    void render_firstNight_saysFromWhenOnItIsJudged() {
        assertThat(text(history(1, 0), List.of(), List.of())).isEqualTo("""
            # Nightly

            The history of this machine: 1 night, 3 series. That is too few to judge by: a series is judged from its 12th night on.
            Nothing is wrong, as far as that shows without a history.
            """);
    }

    @Test
    void render_nightFromWhichOnItIsJudged_isTheOneThatTheJudgeJudges() {
        assertThat(HistoryJudge.judge(history(SetAside.NIGHTS_NEEDED - 1, 0)).setAside())
                .hasSize(3)
                .allMatch(one -> one.why() == SetAside.Why.YOUNG);
        assertThat(HistoryJudge.judge(history(SetAside.NIGHTS_NEEDED, 0)).setAside())
                .isEmpty();
    }

    @Test
    void render_newBenchmarksAmongOldOnes_areOneLine() {
        assertThat(text(history(20, 2), List.of(), List.of())).isEqualTo("""
            # Nightly

            The history of this machine: 20 nights, 3 series.
            Nothing got worse.

            ## Too noisy or too new to be judged

            - 2 series with too few nights to be judged, such as B.b1 avgt t=1 score: too few nights to know its noise: 2 of 12
            """);
    }

    @Test
    void render_benchmarkThatWentLongAgo_isOneLineAndNoFinding() {
        History.Builder nights = new History.Builder();
        for (int night = 0; night < 80; night++) {
            nights.night(new Night(night, night * 86_400_000L, "c" + night));
            for (int benchmark = 0; benchmark < (night < 40 ? 3 : 2); benchmark++) {
                nights.add(identity(benchmark), TIME, List.of(100 + Math.sin(night)));
            }
        }

        assertThat(text(nights.build(), List.of(), List.of())).endsWith("""
            Nothing got worse.

            ## No longer measured

            - 1 benchmark no longer measured for more than 30 nights; B.b2 avgt t=1 is gone since 1970-02-09, after run 39 (c39)
            """);
    }

    @Test
    void render_findings_areCountedAndSaidFirst() {
        History history = history(20, 0);
        Alarm alarm = new Alarm(18, 19, identity(0), Alarm.Kind.STEP, 0.1);

        assertThat(text(history, List.of(alarm), List.of("x is broken: its JVM crashed")))
                .startsWith("""
                    # Nightly

                    The history of this machine: 20 nights, 3 series.
                    2 findings.

                    ## Worse

                    - run 18: B.b0 avgt t=1 score is slower by +10.0 % (known after run 19)

                    ## Wrong

                    - x is broken: its JVM crashed

                    ```
                    B.b0 avgt t=1 score, ns/op, 20 nights
                    """);
    }

    private static String text(History history, List<Alarm> alarms, List<String> problems) {
        HistoryVerdict verdict = HistoryJudge.judge(history);
        return NightText.render(new NightText.Night(history, verdict, alarms, problems, List.of(), List.of()));
    }

    /** Three benchmarks, some of which came only for the last two nights. */
    private static History history(int nights, int late) {
        History.Builder history = new History.Builder();
        for (int night = 0; night < nights; night++) {
            history.night(new Night(night, night * 86_400_000L, "c" + night));
            for (int benchmark = 0; benchmark < 3; benchmark++) {
                if (benchmark < 3 - late || night >= nights - 2) {
                    history.add(identity(benchmark), TIME, List.of(100 + Math.sin(night)));
                }
            }
        }
        return history.build();
    }

    private static Identity identity(int benchmark) {
        return new Identity("suite.B.b" + benchmark, "avgt", 1, new TreeMap<>(), Metric.SCORE);
    }
}
