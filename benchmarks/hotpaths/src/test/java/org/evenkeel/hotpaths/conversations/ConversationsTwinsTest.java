package org.evenkeel.hotpaths.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.hotpaths.conversations.Fixture.GLOBAL_LIMIT;
import static org.evenkeel.hotpaths.conversations.Fixture.PER_USER_LIMIT;
import static org.evenkeel.hotpaths.conversations.Fixture.USERS;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.evenkeel.hotpaths.Crowd;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Invariants.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * For every invariant a twin of the service with one mistake in it, put through what the service itself passes: the
 * invariant must find the twin out, so we know that it can.
 */
class ConversationsTwinsTest {

    @Test
    void globalLimit_checkedBeforeItIsTaken_isFoundOut() throws Exception {
        List<Permits> users = List.of(new AtomicPermits(1), new AtomicPermits(1));

        assertThat(brokenAfterStartsThatMeet(new Limiter(new CheckThenAct(1), users), 1, List.of(0, 1)))
                .containsExactly("never more active than the global limit");
    }

    @Test
    void limitPerUser_checkedBeforeItIsTaken_isFoundOut() throws Exception {
        Limiter limiter = new Limiter(new AtomicPermits(2), List.of(new CheckThenAct(1)));

        assertThat(brokenAfterStartsThatMeet(limiter, 2, List.of(0, 0)))
                .containsExactly("never more active than the limit per user");
    }

    @Test
    void limits_checkedAndTakenInOneStep_hold() throws Exception {
        Limiter oneInAll = new Limiter(new AtomicPermits(1), List.of(new AtomicPermits(1), new AtomicPermits(1)));
        Limiter oneEach = new Limiter(new AtomicPermits(2), List.of(new AtomicPermits(1)));

        assertThat(brokenAfterStartsThatMeet(oneInAll, 1, List.of(0, 1))).isEmpty();
        assertThat(brokenAfterStartsThatMeet(oneEach, 2, List.of(0, 0))).isEmpty();
    }

    @Test
    void permitOfTheUser_keptWhenTheServiceIsFull_isFoundOut() {
        assertThat(brokenAfterARejectedStart(new Fixture())).isEmpty();

        Permits service = new AtomicPermits(GLOBAL_LIMIT);
        List<Permits> users = Stream.<Permits>generate(() -> new AtomicPermits(PER_USER_LIMIT))
                .limit(USERS)
                .toList();
        Limiter keepsTheFirst = new Limiter(service, users) {
            @Override
            boolean tryAcquire(int user) {
                return users.get(user).tryAcquire() && service.tryAcquire();
            }
        };
        assertThat(brokenAfterARejectedStart(new Fixture(keepsTheFirst))).containsExactly("no permit lost");
    }

    @Test
    void permits_keptWhenAStartFailsHalfWay_areFoundOut() {
        Profiles failing = user -> {
            throw new IllegalStateException("half-way");
        };
        Fixture sound = new Fixture();
        assertThat(brokenAfterAFailedStart(sound, sound.conversations(failing))).isEmpty();

        Fixture leaky = new Fixture();
        Conversations withoutGuard =
                new Conversations(leaky.limiter, failing, leaky.occupancy, leaky.clock, Fixture.IDLE_LIMIT_NANOS) {
                    @Override
                    @Nullable
                    Conversation start(int user) {
                        return leaky.limiter.tryAcquire(user) ? open(user) : null;
                    }
                };
        assertThat(brokenAfterAFailedStart(leaky, withoutGuard)).containsExactly("no permit lost");
    }

    @Test
    void conversation_thatEndsForEachWhoEndsIt_isFoundOut() {
        Fixture sound = new Fixture();
        assertThat(brokenAfterStoppingTheExpired(sound, sound.conversations())).isEmpty();

        Fixture twice = new Fixture();
        Conversations endsTwice =
                new Conversations(
                        twice.limiter, user -> "user", twice.occupancy, twice.clock, Fixture.IDLE_LIMIT_NANOS) {
                    @Override
                    Conversation open(int user) {
                        Conversation careless = new Conversation(this, 1, user, "user", nanoTime()) {
                            @Override
                            public void close() {
                                stopped(this);
                            }
                        };
                        register(careless);
                        return careless;
                    }
                };
        assertThat(brokenAfterStoppingTheExpired(twice, endsTwice))
                .contains("every accepted start ends exactly once", "no permit lost");
    }

    @Test
    void conversation_thatNobodyExpires_isFoundOut() {
        Fixture fixture = new Fixture();
        Conversations forgetful =
                new Conversations(
                        fixture.limiter, user -> "user", fixture.occupancy, fixture.clock, Fixture.IDLE_LIMIT_NANOS) {
                    @Override
                    void expireIdle() {}
                };
        assertThat(forgetful.start(0)).isNotNull();

        assertThat(fixture.brokenWhenQuiet(forgetful))
                .containsExactly("every accepted start ends exactly once", "no permit lost", "zero active when quiet");
    }

    /** These users start a conversation at the same moment, where each may have one and all together the global limit. */
    private static List<String> brokenAfterStartsThatMeet(Limiter limiter, int globalLimit, List<Integer> users)
            throws Exception {
        Invariants invariants = new Invariants();
        Occupancy occupancy = new Occupancy(users.size(), globalLimit, 1, invariants);
        Conversations conversations =
                new Conversations(limiter, user -> "user", occupancy, new VirtualClock(), Fixture.IDLE_LIMIT_NANOS);
        try (Crowd crowd = Crowd.of(users, conversations::start)) {
            crowd.join();
        }
        assertThat(conversations.active()).isPositive();
        return invariants.violations().stream().map(Violation::invariant).toList();
    }

    private static List<String> brokenAfterARejectedStart(Fixture fixture) {
        Conversations conversations = fixture.conversations();
        List<Conversation> started = Stream.iterate(0, user -> user + 1)
                .limit(GLOBAL_LIMIT)
                .map(conversations::start)
                .toList();
        assertThat(conversations.start(GLOBAL_LIMIT)).isNull();
        started.forEach(Conversation::close);
        return fixture.brokenWhenQuiet(conversations);
    }

    private static List<String> brokenAfterAFailedStart(Fixture fixture, Conversations conversations) {
        assertThatThrownBy(() -> conversations.start(0)).hasMessage("half-way");
        return fixture.brokenWhenQuiet(conversations);
    }

    private static List<String> brokenAfterStoppingTheExpired(Fixture fixture, Conversations conversations) {
        Conversation conversation = conversations.start(0);
        assertThat(conversation).isNotNull();
        fixture.clock.advance(Fixture.IDLE_LIMIT_NANOS);
        conversations.expireIdle();
        conversation.close();
        return fixture.brokenWhenQuiet(conversations);
    }

    /** Lets two callers look before either of them takes. */
    private static final class CheckThenAct implements Permits {
        private final int limit;
        private final AtomicInteger inUse = new AtomicInteger();
        private final CyclicBarrier bothHaveLooked = new CyclicBarrier(2);

        CheckThenAct(int limit) {
            this.limit = limit;
        }

        @Override
        public boolean tryAcquire() {
            if (inUse.get() >= limit) {
                return false;
            }
            try {
                bothHaveLooked.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException("the other caller did not come", e);
            }
            inUse.incrementAndGet();
            return true;
        }

        @Override
        public void release() {
            inUse.decrementAndGet();
        }

        @Override
        public int inUse() {
            return inUse.get();
        }
    }
}
