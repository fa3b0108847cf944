package org.evenkeel.hotpaths.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import io.github.bucket4j.TimeMeter;
import java.nio.DoubleBuffer;
import java.security.interfaces.RSAPublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.evenkeel.hotpaths.Crowd;
import org.evenkeel.hotpaths.InjectedFailure;
import org.evenkeel.hotpaths.OpenPath;
import org.evenkeel.hotpaths.inputs.HitRate;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Invariants.Violation;
import org.evenkeel.workload.PathSpec;
import org.junit.jupiter.api.Test;

/** For each promise a service that breaks it, the way such services do, to prove that the breach is seen. */
class BrokenTwinsTest {

    @Test
    void verifier_thatReadsClaimsWithoutTheSignature_letsBadTokensPass() throws Exception {
        Wiring credulous = new Wiring() {
            @Override
            TokenVerifier tokenVerifier(RSAPublicKey issuersKey) {
                return BrokenTwinsTest::whoeverTheTokenSays;
            }
        };
        assertBreaks(credulous, "analysis", 1, 200, "a bad token never passes");
    }

    @Test
    void verifier_withAnotherKey_refusesGoodTokens() throws Exception {
        Wiring confused = new Wiring() {
            @Override
            TokenVerifier tokenVerifier(RSAPublicKey issuersKey) {
                return token -> Optional.empty();
            }
        };
        assertBreaks(confused, "analysis", 1, 10, "a good token passes");
    }

    @Test
    void limiter_thatChecksAndThenActs_givesAUserMoreThanTheLimit() throws Exception {
        Wiring racy = new Wiring() {
            @Override
            TimeMeter clock() {
                return new ManualClock();
            }

            @Override
            RateLimiter rateLimiter(TimeMeter clock) {
                return new CheckThenAct();
            }
        };
        assertBreaks(racy, "analysis", 50, 60, "no user gets more than the limit");
    }

    @Test
    void limiter_thatRefillsItselfByTheWrongClock_givesAUserMoreThanTheLimit() throws Exception {
        Wiring hasty = new Wiring() {
            @Override
            TimeMeter clock() {
                return new ManualClock();
            }

            @Override
            RateLimiter rateLimiter(TimeMeter clock) {
                ManualClock itsOwn = new ManualClock();
                RateLimiter real = new BucketRateLimiter(itsOwn);
                return (user, tokens) -> {
                    itsOwn.advance(Duration.ofSeconds(1));
                    return real.tryTake(user, tokens);
                };
            }
        };
        assertBreaks(hasty, "analysis", 1, 1024, "no user gets more than the limit");
    }

    @Test
    void store_thatForgetsToCloseOnFailure_leaksAConnection() throws Exception {
        AtomicBoolean fail = new AtomicBoolean();
        Wiring leaky = new Wiring() {
            @Override
            AnalysisStore store(DataSource database) {
                return new LeakingStore(database, fail);
            }
        };
        try (OpenPath opened = OpenPath.of(new AnalysisPath(leaky), PathSpec.parse("analysis?mix=administrators"))) {
            Caller caller = opened.workload().caller(0, 1);
            request(caller, 10);
            opened.assertQuietAndConsistent();

            fail.set(true);
            assertThatThrownBy(() -> request(caller, 100)).isInstanceOf(InjectedFailure.class);
            opened.workload().checkInvariants();

            assertThat(opened.invariants().violations())
                    .extracting(Violation::invariant)
                    .containsExactly("all connections are back when quiet");
        }
    }

    @Test
    void cache_thatKeepsWhatAnAdministratorReplaced_givesOldAnswers() throws Exception {
        Wiring stale = new Wiring() {
            @Override
            Results cached(Results source, HitRate hitRate) {
                return new LookAndPut(source) {
                    @Override
                    public Analysis reanalyse(Integer clip) {
                        return source.reanalyse(clip);
                    }
                };
            }
        };
        assertBreaks(stale, "analysis", 1, 500, "no answer is older than one that was there before the question");
    }

    @Test
    void cache_thatLooksFirstAndPutsAfterwards_replacesNewAnswersByOldOnes() throws Exception {
        Wiring racy = new Wiring() {
            @Override
            Results cached(Results source, HitRate hitRate) {
                return new DelayedLookAndPut(source);
            }
        };
        assertBreaks(racy, "analysis", 10, 300, "no answer is older than one that was there before the question");
    }

    @Test
    void cache_thatIsFarTooSmall_missesItsHitRate() throws Exception {
        Wiring tiny = new Wiring() {
            @Override
            Results cached(Results source, HitRate hitRate) {
                return new CachedResults(source, 5, hitRate);
            }
        };
        assertBreaks(tiny, "analysis", 2, 1_400, "the cache answers more than 70 % of lookups");
    }

    @Test
    void analyzer_thatSharesItsBuffer_mixesClipsUp() throws Exception {
        Wiring sharing = new Wiring() {
            @Override
            SpectrumAnalyzer analyzer(double sampleRateHz) {
                return new SharedBuffer(sampleRateHz);
            }
        };
        assertBreaks(sharing, "analysis?cache=off", 10, 40, "an answer holds the features of its clip");
    }

    private static void assertBreaks(Wiring twin, String spec, int callers, int requests, String invariant)
            throws Exception {
        try (OpenPath opened = OpenPath.of(new AnalysisPath(twin), PathSpec.parse(spec))) {
            try (Crowd crowd = Crowd.of(opened.callers(callers), caller -> request(caller, requests))) {
                crowd.join();
            }
            opened.workload().awaitQuiet();
            opened.workload().checkInvariants();
            assertThat(opened.invariants().violations())
                    .extracting(Violation::invariant)
                    .containsExactly(invariant);
        }
    }

    private static void request(Caller caller, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            caller.request();
        }
    }

    private static void awaitPatiently(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<Identity> whoeverTheTokenSays(String token) {
        try {
            JWTClaimsSet claims = JWTParser.parse(token).getJWTClaimsSet();
            return Optional.of(new Identity(claims.getSubject(), Account.valueOf(claims.getStringClaim("account"))));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** The trial may take ten tokens. The first eleven who ask all look before anybody takes one. */
    private static final class CheckThenAct implements RateLimiter {
        private final Map<Identity, AtomicInteger> taken = new ConcurrentHashMap<>();
        private final CountDownLatch eleven = new CountDownLatch(11);

        @Override
        public boolean tryTake(Identity user, int tokens) {
            AtomicInteger soFar = taken.computeIfAbsent(user, somebody -> new AtomicInteger());
            if (soFar.get() + tokens > user.account().limit().capacityTokens()) {
                return false;
            }
            if (user.account() == Account.TRIAL) {
                eleven.countDown();
                awaitPatiently(eleven);
            }
            soFar.addAndGet(tokens);
            return true;
        }
    }

    /** Closes its connection only when all went well. */
    private static final class LeakingStore implements AnalysisStore {
        private final DataSource database;
        private final AtomicBoolean fail;
        private final AnalysisStore real;

        LeakingStore(DataSource database, AtomicBoolean fail) {
            this.database = database;
            this.fail = fail;
            real = new JdbcAnalysisStore(database);
        }

        @Override
        public Analysis save(int clip, SpectralFeatures features) {
            try {
                Connection connection = database.getConnection();
                if (fail.getAndSet(false)) {
                    throw new InjectedFailure("a statement");
                }
                connection.close();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
            return real.save(clip, features);
        }

        @Override
        public Optional<Analysis> find(int clip) {
            return real.find(clip);
        }
    }

    /** A cache as it is often written. */
    private static class LookAndPut implements Results {
        private final Results source;
        private final Map<Integer, Analysis> remembered = new ConcurrentHashMap<>();

        LookAndPut(Results source) {
            this.source = source;
        }

        @Override
        public Analysis analyse(Integer clip) {
            Analysis found = remembered.get(clip);
            if (found != null) {
                return found;
            }
            Analysis made = source.analyse(clip);
            beforePut(clip);
            remembered.put(clip, made);
            return made;
        }

        @Override
        public Analysis reanalyse(Integer clip) {
            Analysis made = source.reanalyse(clip);
            remembered.put(clip, made);
            return made;
        }

        void beforePut(Integer clip) {}
    }

    /** The same on a bad day: the most popular clip's first analysis is put when an administrator's is there already. */
    private static final class DelayedLookAndPut extends LookAndPut {
        private static final Integer POPULAR = 0;

        private final AtomicBoolean delayed = new AtomicBoolean();
        private final CountDownLatch replaced = new CountDownLatch(1);

        DelayedLookAndPut(Results source) {
            super(source);
        }

        @Override
        public Analysis reanalyse(Integer clip) {
            Analysis made = super.reanalyse(clip);
            if (clip.equals(POPULAR)) {
                replaced.countDown();
            }
            return made;
        }

        @Override
        void beforePut(Integer clip) {
            if (clip.equals(POPULAR) && delayed.compareAndSet(false, true)) {
                awaitPatiently(replaced);
            }
        }
    }

    /** Copies each clip into the one array it has. */
    private static final class SharedBuffer extends SpectrumAnalyzer {
        private final double[] buffer = new double[Recording.CLIP_LENGTH];

        SharedBuffer(double sampleRateHz) {
            super(sampleRateHz);
        }

        @Override
        SpectralFeatures analyze(DoubleBuffer clip) {
            clip.get(0, buffer);
            LockSupport.parkNanos(1_000_000);
            return super.analyze(DoubleBuffer.wrap(buffer));
        }
    }
}
