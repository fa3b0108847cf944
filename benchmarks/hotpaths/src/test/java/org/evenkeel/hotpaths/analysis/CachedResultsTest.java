package org.evenkeel.hotpaths.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.hotpaths.Crowd;
import org.evenkeel.hotpaths.InjectedFailure;
import org.evenkeel.hotpaths.inputs.HitRate;
import org.junit.jupiter.api.Test;

class CachedResultsTest {

    private static final SpectralFeatures FEATURES = new SpectralFeatures(0.1, 440, 880, 0.5);

    private final HitRate hitRate = new HitRate();
    private final AtomicInteger revision = new AtomicInteger();
    private final CachedResults cached = new CachedResults(new Numbered(), 10, hitRate);

    @Test
    void analyse_again_givesWhatIsRemembered() {
        assertThat(cached.analyse(1)).isEqualTo(new Analysis(1, 1, FEATURES));
        assertThat(cached.analyse(1)).isEqualTo(new Analysis(1, 1, FEATURES));

        assertThat(hitRate.lookups()).isEqualTo(2);
        assertThat(hitRate.misses()).isEqualTo(1);
    }

    @Test
    void reanalyse_replacesWhatIsRemembered() {
        cached.analyse(1);

        assertThat(cached.reanalyse(1).revision()).isEqualTo(2);
        assertThat(cached.analyse(1).revision()).isEqualTo(2);
        assertThat(hitRate.lookups()).as("a fresh analysis looks nothing up").isEqualTo(2);
    }

    @Test
    void analyse_byFiftyThreadsAtOnce_isDoneOnce() throws Exception {
        try (Crowd crowd = Crowd.of(
                Collections.nCopies(50, cached),
                shared -> assertThat(shared.analyse(7).revision()).isEqualTo(1))) {
            crowd.join();
        }
        assertThat(revision).hasValue(1);
        assertThat(hitRate.misses()).isEqualTo(1);
    }

    @Test
    void analyse_afterAFailure_triesAgain() {
        CachedResults failing = new CachedResults(
                new Results() {
                    @Override
                    public Analysis analyse(Integer clip) {
                        if (revision.incrementAndGet() == 1) {
                            throw new InjectedFailure("the first analysis");
                        }
                        return new Analysis(clip, revision.get(), FEATURES);
                    }

                    @Override
                    public Analysis reanalyse(Integer clip) {
                        return analyse(clip);
                    }
                },
                10,
                hitRate);

        assertThatThrownBy(() -> failing.analyse(1)).isInstanceOf(InjectedFailure.class);
        assertThat(failing.analyse(1).revision()).isEqualTo(2);
    }

    @Test
    void analyse_moreClipsThanItRemembers_forgetsSome() {
        for (int clip = 0; clip < 1_000; clip++) {
            cached.analyse(clip);
        }
        long before = hitRate.misses();
        for (int clip = 0; clip < 1_000; clip++) {
            cached.analyse(clip);
        }
        assertThat(hitRate.misses() - before).as("misses of the second round").isGreaterThanOrEqualTo(990);
    }

    /** Numbers what it makes. */
    private final class Numbered implements Results {
        @Override
        public Analysis analyse(Integer clip) {
            return new Analysis(clip, revision.incrementAndGet(), FEATURES);
        }

        @Override
        public Analysis reanalyse(Integer clip) {
            return analyse(clip);
        }
    }
}
