package org.evenkeel.suite.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.verdict.LeakEvidence;
import org.evenkeel.leakcheck.verdict.LeakVerdict;
import org.junit.jupiter.api.Test;

class LeakCheckInDoubtTest {

    private static final LeakReport OPEN = report(new LeakVerdict.Inconclusive(LeakEvidence.NONE, "still falling", ""));
    private static final LeakReport STEADY = report(new LeakVerdict.Steady(LeakEvidence.NONE, "level"));

    private final List<String> made = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    @Test
    void check_thatIsOpen_isMadeOnceMoreForLongerAndWithOtherInputs() throws Exception {
        assertThat(check(false, OPEN, STEADY)).isSameAs(STEADY);
        assertThat(made).containsExactly("PT30S seed 1", "PT1M seed 2");
        assertThat(notes).containsExactly("orders leak check: open after 30 s; once more, for 60 s");
    }

    @Test
    void check_thatStaysOpen_isNotMadeAThirdTime() throws Exception {
        assertThat(check(false, OPEN, OPEN)).isSameAs(OPEN);
        assertThat(made).hasSize(2);
    }

    @Test
    void check_thatDecides_isEnough() throws Exception {
        assertThat(check(false, STEADY)).isSameAs(STEADY);
        assertThat(made).containsExactly("PT30S seed 1");
        assertThat(notes).isEmpty();
    }

    @Test
    void check_thatWasStopped_isNotMadeAgain() throws Exception {
        assertThat(check(true, OPEN)).isSameAs(OPEN);
        assertThat(made).hasSize(1);
    }

    private LeakReport check(boolean stopped, LeakReport... reports) throws Exception {
        Iterator<LeakReport> next = List.of(reports).iterator();
        return LeakCheckInDoubt.check(
                Duration.ofSeconds(30),
                (budget, seed) -> {
                    made.add(budget + " seed " + seed);
                    return next.next();
                },
                () -> stopped,
                notes::add);
    }

    private static LeakReport report(LeakVerdict verdict) {
        Recording none =
                new Recording(new CheckedJvmFacts("HotSpot 17", 1L << 30), HeapSource.HISTOGRAM, List.of(), List.of());
        return new LeakReport("orders", verdict, none, 30);
    }
}
