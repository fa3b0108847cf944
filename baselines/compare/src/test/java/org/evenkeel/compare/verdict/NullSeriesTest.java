package org.evenkeel.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.kernel.ExitStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Simulated sessions of unchanged code, whose truth is known: the gate must keep quiet about as often as it says, and
 * find what is there.
 */
@Tag("simulation")
class NullSeriesTest {

    @ParameterizedTest
    @CsvSource({"1, 3, 0.01, 0.01", "5, 3, 0.02, 0.01", "5, 1, 0.02, 0.0", "2, 5, 0.005, 0.05", "5, 3, 0.06, 0.02"})
    void unchangedCode_withAHistory_alarmsInNoMoreRunsThanAlpha(
            int sessions, int forks, double sessionNoise, double forkNoise) {
        Options options = Options.DEFAULT.withMinimumEffect(0);
        Random random = new Random(17);
        int runs = 300;
        int alarmed = 0;
        for (int run = 0; run < runs; run++) {
            List<Session> history = sessions(random, 6, forks, sessionNoise, forkNoise, 1);
            Comparison comparison = Comparer.compare(
                    sessions(random, sessions, forks, sessionNoise, forkNoise, 1),
                    sessions(random, 1, forks, sessionNoise, forkNoise, 1),
                    List.of(history),
                    options);
            alarmed += comparison.count(verdict ->
                                    verdict instanceof Verdict.Regressed || verdict instanceof Verdict.Improved)
                            > 0
                    ? 1
                    : 0;
        }
        // Even with no minimum effect. 5 % of 300 is 15, and more than 26 come by chance once in 300 times.
        assertThat(alarmed).isLessThanOrEqualTo(26);
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 0.02, 0.5", "5, 3, 0.03, 0.9"})
    void unchangedCode_whoseRowsMoveTogether_alarmsInNoMoreRunsThanAlpha(
            int sessions, int forks, double sessionNoise, double together) {
        Random random = new Random(31);
        int alarmed = 0;
        for (int run = 0; run < 300; run++) {
            List<Session> history = SimulatedSessions.of(random, 6, forks, sessionNoise, 0.01, 1, together);
            Comparison comparison = Comparer.compare(
                    SimulatedSessions.of(random, sessions, forks, sessionNoise, 0.01, 1, together),
                    SimulatedSessions.of(random, 1, forks, sessionNoise, 0.01, 1, together),
                    List.of(history),
                    Options.DEFAULT);
            alarmed += comparison.status() == ExitStatus.WRONG ? 1 : 0;
        }
        assertThat(alarmed).isLessThanOrEqualTo(26);
    }

    @ParameterizedTest
    @CsvSource({"0.10", "0.15"})
    void singleShots_ofUnchangedCode_failInNoMoreRunsThanAlpha(double noise) {
        Random random = new Random(37);
        int wrong = 0;
        for (int run = 0; run < 300; run++) {
            Comparison comparison = Comparer.compare(
                    List.of(SimulatedSessions.ofSingleShots(random, noise)),
                    List.of(SimulatedSessions.ofSingleShots(random, noise)),
                    List.of(),
                    Options.DEFAULT);
            wrong += comparison.status() == ExitStatus.WRONG ? 1 : 0;
        }
        assertThat(wrong).isLessThanOrEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource({"3", "5"})
    void unchangedCode_comparedWithinOneSession_alarmsInNoMoreRunsThanAlpha(int forks) {
        Options options = Options.DEFAULT.withMinimumEffect(0).withSessions(Options.Sessions.TOGETHER);
        Random random = new Random(19);
        int alarmed = 0;
        for (int run = 0; run < 300; run++) {
            Comparison comparison = Comparer.compare(
                    sessions(random, 1, forks, 0, 0.03, 1), sessions(random, 1, forks, 0, 0.03, 1), List.of(), options);
            alarmed += comparison.count(verdict ->
                                    verdict instanceof Verdict.Regressed || verdict instanceof Verdict.Improved)
                            > 0
                    ? 1
                    : 0;
        }
        assertThat(alarmed).isLessThanOrEqualTo(26);
    }

    @ParameterizedTest
    @CsvSource({"5, 0.015, 1.10, 0.8", "5, 0.015, 1.20, 0.98", "1, 0.015, 1.20, 0.98"})
    void slowedCode_withAHistory_isFound(int sessions, double sessionNoise, double slowdown, double expected) {
        Random random = new Random(23);
        int runs = 40;
        long found = 0;
        for (int run = 0; run < runs; run++) {
            List<Session> history = sessions(random, 10, 3, sessionNoise, 0.01, 1);
            found += Comparer.compare(
                            sessions(random, sessions, 3, sessionNoise, 0.01, 1),
                            sessions(random, 1, 3, sessionNoise, 0.01, slowdown),
                            List.of(history),
                            Options.DEFAULT)
                    .count(verdict -> verdict instanceof Verdict.Regressed);
        }
        assertThat((double) found / (runs * SimulatedSessions.BENCHMARKS)).isGreaterThan(expected);
    }

    @ParameterizedTest
    @CsvSource({"1.00, 0, 0.005", "1.10, 0.85, 1", "1.20, 0.98, 1"})
    void code_comparedWithinOneSession_isFoundWhenSlowerAndOnlyThen(double slowdown, double least, double most) {
        Options options = Options.DEFAULT.withSessions(Options.Sessions.TOGETHER);
        Random random = new Random(29);
        int runs = 100;
        long found = 0;
        for (int run = 0; run < runs; run++) {
            found += Comparer.compare(
                            sessions(random, 1, 5, 0, 0.02, 1),
                            sessions(random, 1, 5, 0, 0.02, slowdown),
                            List.of(),
                            options)
                    .count(verdict -> verdict instanceof Verdict.Regressed);
        }
        assertThat((double) found / (runs * SimulatedSessions.BENCHMARKS)).isBetween(least, most);
    }

    private static List<Session> sessions(
            Random random, int count, int forks, double sessionNoise, double forkNoise, double factor) {
        return SimulatedSessions.of(random, count, forks, sessionNoise, forkNoise, factor, 0);
    }
}
