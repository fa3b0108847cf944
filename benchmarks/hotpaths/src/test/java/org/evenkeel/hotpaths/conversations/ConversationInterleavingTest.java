package org.evenkeel.hotpaths.conversations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.workload.Invariants;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A conversation that is touched, stopped and expired at once, over all interleavings that Lincheck finds: each touch is
 * told the truth, and the conversation ends at most once.
 */
@Tag("interleavings")
class ConversationInterleavingTest {

    private static final long IDLE_LIMIT_NANOS = 1;

    @Test
    void conversation_inEveryInterleaving_answersAsOneByOneAndEndsOnce() {
        exploring(20).check(OfConversation.class);
    }

    @Test
    void conversation_thatLooksBeforeItEnds_isFoundOut() {
        assertThatThrownBy(() -> exploring(1_000).check(OfLookThenEnd.class))
                .isInstanceOf(LincheckAssertionError.class);
    }

    private static ModelCheckingOptions exploring(int scenarios) {
        return new ModelCheckingOptions()
                .threads(3)
                .actorsPerThread(2)
                .actorsBefore(1)
                .actorsAfter(1)
                .iterations(scenarios)
                .invocationsPerIteration(300)
                .minimizeFailedScenario(false)
                .sequentialSpecification(OneByOne.class);
    }

    /** What a conversation is, without concurrency. */
    public static final class OneByOne {
        private long now;
        private long lastActivity;
        private boolean ended;

        public boolean touch() {
            lastActivity = now;
            return !ended;
        }

        public void stop() {
            ended = true;
        }

        public void timePasses() {
            now++;
        }

        public void expireIfIdle() {
            ended |= now - lastActivity >= IDLE_LIMIT_NANOS;
        }
    }

    /** A conversation under test, in a service that counts how often it is told of the end. */
    public abstract static class Driven {
        private final VirtualClock clock = new VirtualClock();
        private final AtomicInteger endings = new AtomicInteger();
        private final Conversation conversation;

        Driven() {
            Limiter limiter = new Limiter(new AtomicPermits(1), List.of(new AtomicPermits(1)));
            Occupancy occupancy = new Occupancy(1, 1, 1, new Invariants());
            Conversations service = new Conversations(limiter, user -> "user", occupancy, clock, IDLE_LIMIT_NANOS) {
                @Override
                void stopped(Conversation ended) {
                    endings.incrementAndGet();
                }

                @Override
                void expired(Conversation ended) {
                    endings.incrementAndGet();
                }
            };
            conversation = conversationOf(service);
        }

        abstract Conversation conversationOf(Conversations service);

        @Operation
        public boolean touch() {
            return conversation.touch();
        }

        @Operation
        public void stop() {
            conversation.close();
        }

        @Operation
        public void timePasses() {
            clock.advance(1);
        }

        @Operation
        public void expireIfIdle() {
            conversation.expireIfIdleSince(clock.nanoTime() - IDLE_LIMIT_NANOS);
        }

        @Validate
        public void endsAtMostOnce() {
            if (endings.get() > 1) {
                throw new IllegalStateException("ended " + endings + " times");
            }
        }
    }

    public static final class OfConversation extends Driven {
        @Override
        Conversation conversationOf(Conversations service) {
            return new Conversation(service, 1, 0, "user", 0);
        }
    }

    /** Ends in two steps, so that two who end it may both see it alive. */
    public static final class OfLookThenEnd extends Driven {
        @Override
        Conversation conversationOf(Conversations service) {
            return new Conversation(service, 1, 0, "user", 0) {
                @Override
                public void close() {
                    if (touch()) {
                        super.close();
                        service.stopped(this);
                    }
                }
            };
        }
    }
}
