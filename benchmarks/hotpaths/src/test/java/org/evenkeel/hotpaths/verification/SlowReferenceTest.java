package org.evenkeel.hotpaths.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenkeel.hotpaths.verification.Finding.BestMatch;
import org.evenkeel.hotpaths.verification.Finding.NothingInCommon;
import org.junit.jupiter.api.Test;

/** The reference has to be able to say no. */
class SlowReferenceTest {

    private final SlowReference reference = new SlowReference(List.of("The cat sleeps.", "The dog barks!"));
    private final Finding right = reference.find("the CAT sleeps");

    @Test
    void find_quotation_isThePassage() {
        assertThat(right).isInstanceOfSatisfying(BestMatch.class, match -> {
            assertThat(match.passage()).isZero();
            assertThat(match.similarity()).isBetween(1 - 1e-12, 1 + 1e-12);
        });
    }

    @Test
    void same_anotherPassageSimilarityOrNothing_isNot() {
        assertThat(SlowReference.same(right, right)).isTrue();
        assertThat(SlowReference.same(right, new BestMatch(1, 1))).isFalse();
        assertThat(SlowReference.same(right, new BestMatch(0, 0.9999))).isFalse();
        assertThat(SlowReference.same(right, new NothingInCommon())).isFalse();
    }

    @Test
    void find_nothingInCommon_isThatAndNotAMatchOfNone() {
        assertThat(reference.find("42")).isEqualTo(new NothingInCommon());
        assertThat(SlowReference.same(reference.find("42"), new BestMatch(0, 0.01)))
                .isFalse();
    }
}
