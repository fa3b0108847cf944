package org.evenkeel.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.compare.verdict.SmallComparisons.avgt;
import static org.evenkeel.compare.verdict.SmallComparisons.only;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a rule asks of one row, in place of what is asked of all, counts wherever a change is weighed. */
class OwnMinimumEffectTest {

    private static final String ONE_FORK = "one fork alone";

    /** A lone fork is in doubt only where several would have been believed, which hangs on what is asked of its row. */
    @Test
    void loneFork_belowItsOwnMinimumEffect_isNoChangeThatOneForkIsInDoubtOf() {
        assertThat(reason(OptionalDouble.empty())).contains(ONE_FORK);
        assertThat(reason(OptionalDouble.of(0.03))).contains(ONE_FORK);
        assertThat(reason(OptionalDouble.of(3))).doesNotContain(ONE_FORK);
    }

    private static String reason(OptionalDouble minimumEffect) {
        Limit limit = new Limit(
                new Selector(Pattern.compile("B.c"), Optional.empty(), OptionalInt.empty(), Optional.empty()),
                minimumEffect,
                OptionalDouble.empty(),
                true);
        Comparison comparison = Comparer.compare(
                List.of(avgt(1000)),
                List.of(avgt(1150)),
                List.of(),
                Options.DEFAULT.withRules(new Rules(List.of(), List.of(limit))));
        return only(comparison).verdict() instanceof Verdict.Inconclusive open ? open.reason() : "";
    }
}
