package org.evenkeel.hotpaths.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.evenkeel.hotpaths.Crowd;
import org.evenkeel.hotpaths.inputs.HitRate;
import org.evenkeel.hotpaths.verification.Finding.BestMatch;
import org.junit.jupiter.api.Test;

class CachedMatcherTest {

    private final HitRate hitRate = new HitRate();
    private final Matcher cached = new CachedMatcher(statement -> new BestMatch(statement.length(), 0.5), 10, hitRate);

    @Test
    void match_again_givesWhatIsRemembered() {
        assertThat(cached.match("yes")).isSameAs(cached.match("yes"));
        assertThat(hitRate.lookups()).isEqualTo(2);
        assertThat(hitRate.misses()).isEqualTo(1);
    }

    @Test
    void match_statementsOfOneHash_areToldApart() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        Matcher byText = new CachedMatcher(statement -> new BestMatch(statement.charAt(0), 0.5), 10, hitRate);

        assertThat(byText.match("Aa")).isEqualTo(new BestMatch('A', 0.5));
        assertThat(byText.match("BB")).isEqualTo(new BestMatch('B', 0.5));
    }

    @Test
    void match_byFiftyThreadsAtOnce_isDoneOnce() throws Exception {
        try (Crowd crowd = Crowd.of(
                Collections.nCopies(50, cached),
                shared -> assertThat(shared.match("maybe")).isEqualTo(new BestMatch(5, 0.5)))) {
            crowd.join();
        }
        assertThat(hitRate.misses()).isEqualTo(1);
    }

    @Test
    void match_moreStatementsThanItRemembers_forgetsSome() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 1_000; i++) {
                cached.match("statement " + i);
            }
        }
        assertThat(hitRate.misses()).isGreaterThanOrEqualTo(1_990);
    }
}
