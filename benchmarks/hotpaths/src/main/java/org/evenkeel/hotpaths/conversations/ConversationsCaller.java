package org.evenkeel.hotpaths.conversations;

import java.util.random.RandomGenerator;
import org.evenkeel.hotpaths.inputs.Choice;
import org.evenkeel.hotpaths.inputs.Counter;
import org.evenkeel.hotpaths.inputs.PreparedChoices;
import org.evenkeel.workload.Caller;
import org.jspecify.annotations.Nullable;

/** A front end that serves one user after the other, quick and complex ones, and does not always behave. */
final class ConversationsCaller implements Caller {

    private static final int COMPLEX_ACTIVITIES = 8;
    private static final int ACTIVITIES_BEFORE_FAILURE = 3;

    /** Callers share the clock; they move it on in steps, so that the clock is not what they meet at. */
    private static final int REQUESTS_PER_TICK = 64;

    private static final long NANOS_PER_REQUEST = 1_000;

    /** Weights of {@link Manner}, in the order of its constants; nobody is forgetful by chance. */
    private static final Choice MANNERS = Choice.weighted(64, 33, 3, 0);

    /**
     * A caller walks away from one conversation in so many: more than go by until it has expired, so that a lone caller
     * never meets a limit by its own doing.
     */
    static final int REQUESTS_PER_FORGOTTEN = 4_096;

    private final Conversations conversations;
    private final VirtualClock clock;
    private final BackOff backOff;
    private final Counter rejected;
    private final Counter retried;
    private final PreparedChoices users;
    private final PreparedChoices manners;
    private int requests;
    private int requestsUntilForgetful;

    ConversationsCaller(
            Conversations conversations,
            VirtualClock clock,
            BackOff backOff,
            Counter rejected,
            Counter retried,
            int users,
            RandomGenerator random) {
        this.conversations = conversations;
        this.clock = clock;
        this.backOff = backOff;
        this.rejected = rejected;
        this.retried = retried;
        this.users = PreparedChoices.of(Choice.uniform(users), random);
        this.manners = PreparedChoices.of(MANNERS, random);
        this.requestsUntilForgetful = 1 + random.nextInt(REQUESTS_PER_FORGOTTEN);
    }

    @Override
    public Outcome request() {
        if (++requests % REQUESTS_PER_TICK == 0) {
            clock.advance(REQUESTS_PER_TICK * NANOS_PER_REQUEST);
        }
        Manner manner = nextManner();
        Conversation conversation = startWithRetries(users.next());
        if (conversation == null) {
            rejected.increment();
            return Outcome.REJECTED;
        }
        return manner.converse(conversation);
    }

    private Manner nextManner() {
        if (--requestsUntilForgetful == 0) {
            requestsUntilForgetful = REQUESTS_PER_FORGOTTEN;
            return Manner.FORGETFUL;
        }
        return Manner.of(manners.next());
    }

    private @Nullable Conversation startWithRetries(int user) {
        Conversation conversation = conversations.start(user);
        for (int retry = 0; conversation == null && retry < BackOff.RETRIES; retry++) {
            retried.increment();
            backOff.pause(retry);
            conversation = conversations.start(user);
        }
        return conversation;
    }

    /** What somebody does with a conversation. */
    private enum Manner {
        QUICK {
            @Override
            Outcome converse(Conversation conversation) {
                conversation.close();
                return Outcome.STOPPED;
            }
        },
        COMPLEX {
            @Override
            Outcome converse(Conversation conversation) {
                try (conversation) {
                    return say(conversation, COMPLEX_ACTIVITIES) ? Outcome.STOPPED : Outcome.CUT_OFF;
                }
            }
        },
        FAILING {
            @Override
            Outcome converse(Conversation conversation) {
                try (conversation) {
                    say(conversation, ACTIVITIES_BEFORE_FAILURE);
                    throw new CallerFailure();
                } catch (CallerFailure failure) {
                    return Outcome.FAILED;
                }
            }
        },
        FORGETFUL {
            @Override
            Outcome converse(Conversation conversation) {
                return Outcome.FORGOTTEN;
            }
        };

        private static final Manner[] ALL = values();

        static Manner of(int ordinal) {
            return ALL[ordinal];
        }

        abstract Outcome converse(Conversation conversation);

        static boolean say(Conversation conversation, int activities) {
            for (int i = 0; i < activities; i++) {
                if (!conversation.touch()) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Stands for whatever goes wrong in the code that uses a conversation. Without a stack, which would be all its cost. */
    private static final class CallerFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CallerFailure() {
            super("the caller failed half-way", null, false, false);
        }
    }
}
