package org.evenkeel.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.evenkeel.compare.report.ClaimWords;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.kernel.ExitStatus;
import org.junit.jupiter.api.Test;

/** What all times do together: a day's doing is one finding and fails nothing, and what a day does not do fails. */
class MovesTest {

    private static final int SESSIONS = 8;
    private static final double NOISE = 0.005;

    @Test
    void allTimesALittleSlower_onAnotherDay_areOneFinding() {
        Comparison comparison = compare(1.08, "2026-11-21/base.json", "2026-11-22/current.json");

        assertThat(comparison.count(verdict -> verdict instanceof Verdict.Regressed))
                .isGreaterThan(10);
        assertThat(comparison.moves().areTogether()).isTrue();
        assertThat(comparison.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(ClaimWords.of(comparison).toString()).contains("All times moved together, by +");
    }

    @Test
    void allTimesALittleSlower_onTheSameDay_areTheCodesDoing() {
        assertThat(compare(1.08, "2026-11-21/base.json", "2026-11-21/current.json")
                        .status())
                .isEqualTo(ExitStatus.WRONG);
    }

    @Test
    void allTimesHalfAsSlowAgain_areNoDaysDoing() {
        assertThat(compare(1.5, "base.json", "current.json").status()).isEqualTo(ExitStatus.WRONG);
    }

    @Test
    void oneTimeBeyondWhatAllDid_failsByItself() {
        Random random = new Random(73);
        List<Session> base = side(random, 1, "base.json");
        List<Session> current = side(random, 1.05, "current.json").stream()
                .map(session -> session.mapped(
                        series -> series.identity().benchmark().equals("a.B.b3") ? series.slowedBy(1.3) : series))
                .toList();

        Comparison comparison = Comparer.compare(base, current, List.of(), Options.DEFAULT);

        assertThat(comparison.status()).isEqualTo(ExitStatus.WRONG);
        assertThat(comparison.rows().stream().filter(Row::fails))
                .extracting(row -> row.identity().benchmark())
                .containsExactly("a.B.b3");
    }

    @Test
    void loneForksOfAnotherMachine_thatMoveInBothDirections_failNothing() {
        Random random = new Random(79);
        int named = 0;
        for (int run = 0; run < 50; run++) {
            Comparison comparison = Comparer.compare(
                    List.of(SimulatedSessions.ofLoneForks(random, 31, 0.05, 0.29)),
                    List.of(SimulatedSessions.ofLoneForks(random, 31, 0.05, 0.29)),
                    List.of(),
                    Options.DEFAULT);
            named += comparison.moves().areThrownAbout() ? 1 : 0;
            if (comparison.moves().areThrownAbout()) {
                assertThat(comparison.status()).isEqualTo(ExitStatus.UNDECIDED);
            }
        }
        assertThat(named).isGreaterThanOrEqualTo(42);
    }

    private static Comparison compare(double factor, String base, String current) {
        Random random = new Random(73);
        return Comparer.compare(side(random, 1, base), side(random, factor, current), List.of(), Options.DEFAULT);
    }

    private static List<Session> side(Random random, double factor, String name) {
        return SimulatedSessions.ofOneDay(random, SESSIONS, 5, factor, NOISE).stream()
                .map(session -> session.called(name))
                .toList();
    }
}
