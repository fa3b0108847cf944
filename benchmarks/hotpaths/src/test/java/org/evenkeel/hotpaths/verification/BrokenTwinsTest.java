package org.evenkeel.hotpaths.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.evenkeel.hotpaths.Crowd;
import org.evenkeel.hotpaths.OpenPath;
import org.evenkeel.hotpaths.inputs.HitRate;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Invariants.Violation;
import org.evenkeel.workload.PathSpec;
import org.junit.jupiter.api.Test;

/** For each promise a service that breaks it, the way such services do, to prove that the breach is seen. */
class BrokenTwinsTest {

    @Test
    void matcher_thatSharesItsBuffer_mixesStatementsUp() throws Exception {
        Wiring sharing = new Wiring() {
            @Override
            Matcher matcher(List<String> passages) {
                return new SharedBuffer(super.matcher(passages));
            }
        };
        assertThat(breaches(sharing, "verification?cache=off&sources=one", 10, 100))
                .containsExactly(VerificationCaller.SAME_ANSWER);
    }

    @Test
    void cache_keyedByTheFirstWords_takesOneStatementForAnother() throws Exception {
        Wiring sloppy = new Wiring() {
            @Override
            Matcher cached(Matcher behind, HitRate hitRate) {
                Map<String, Finding> remembered = new ConcurrentHashMap<>();
                return statement -> remembered.computeIfAbsent(
                        statement.substring(0, Math.min(4, statement.length())), start -> behind.match(statement));
            }
        };
        assertThat(breaches(sloppy, "verification?sources=one", 1, 1_000))
                .containsExactly(VerificationCaller.SAME_ANSWER);
    }

    @Test
    void cache_thatOutlivesItsSources_givesAnswersThatWereRightOnce() throws Exception {
        Wiring stale = new Wiring() {
            private List<String> sources = List.of();

            @Override
            Matcher matcher(List<String> passages) {
                sources = passages;
                return super.matcher(passages);
            }

            @Override
            Matcher cached(Matcher behind, HitRate hitRate) {
                List<String> older = new ArrayList<>(sources);
                Collections.rotate(older, 1);
                return super.cached(new IndexMatcher(older), hitRate);
            }
        };
        assertThat(breaches(stale, "verification?sources=one", 1, 100)).containsExactly(VerificationCaller.SAME_ANSWER);
    }

    @Test
    void matcher_thatForgetsThePairs_disagreesWithTheReference() throws Exception {
        Wiring wordsOnly = new Wiring() {
            @Override
            Matcher matcher(List<String> passages) {
                Matcher real = super.matcher(passages);
                return statement -> {
                    String[] words = statement.split(" ");
                    Arrays.sort(words);
                    return real.match(String.join(" ", words));
                };
            }
        };
        assertThat(breaches(wordsOnly, "verification?cache=off&sources=one", 1, 0))
                .containsExactly(VerificationWorkload.AS_DEFINED);
    }

    private static List<String> breaches(Wiring twin, String spec, int callers, int requests) throws Exception {
        try (OpenPath opened = OpenPath.of(new VerificationPath(twin), PathSpec.parse(spec))) {
            try (Crowd crowd = Crowd.of(opened.callers(callers), caller -> request(caller, requests))) {
                crowd.join();
            }
            opened.workload().awaitQuiet();
            opened.workload().checkInvariants();
            return opened.invariants().violations().stream()
                    .map(Violation::invariant)
                    .toList();
        }
    }

    private static void request(Caller caller, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            caller.request();
        }
    }

    /** Keeps the statement at hand in a field, for all threads alike. */
    private static final class SharedBuffer implements Matcher {
        private final Matcher real;
        private volatile String statement = "";

        SharedBuffer(Matcher real) {
            this.real = real;
        }

        @Override
        public Finding match(String given) {
            statement = given;
            LockSupport.parkNanos(100_000);
            return real.match(statement);
        }
    }
}
