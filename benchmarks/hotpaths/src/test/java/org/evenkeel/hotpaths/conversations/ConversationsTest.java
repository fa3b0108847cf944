package org.evenkeel.hotpaths.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.hotpaths.conversations.Fixture.GLOBAL_LIMIT;
import static org.evenkeel.hotpaths.conversations.Fixture.IDLE_LIMIT_NANOS;
import static org.evenkeel.hotpaths.conversations.Fixture.PER_USER_LIMIT;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.hotpaths.OpenPath;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.PathSpec;
import org.junit.jupiter.api.Test;

class ConversationsTest {

    private final Fixture fixture = new Fixture();
    private final Conversations conversations = fixture.conversations();

    @Test
    void start_beyondTheLimitOfTheUser_isRejectedForThisUserOnly() {
        start(0, PER_USER_LIMIT);

        assertThat(conversations.start(0)).isNull();
        assertThat(conversations.start(1)).isNotNull();
    }

    @Test
    void start_beyondTheGlobalLimit_isRejectedAndTakesNothing() {
        for (int user = 0; conversations.active() < GLOBAL_LIMIT; user++) {
            start(user, 1);
        }

        assertThat(conversations.start(Fixture.USERS - 1)).isNull();
        assertThat(fixture.limiter.inUse(Fixture.USERS - 1)).isZero();
        assertThat(fixture.limiter.inUse()).isEqualTo(GLOBAL_LIMIT);
    }

    @Test
    void close_once_makesRoom() {
        List<Conversation> all = start(0, PER_USER_LIMIT);

        all.get(0).close();

        assertThat(conversations.start(0)).isNotNull();
    }

    @Test
    void close_twice_givesBackOnePermit() {
        List<Conversation> all = start(0, PER_USER_LIMIT);

        all.get(0).close();
        all.get(0).close();

        assertThat(fixture.limiter.inUse(0)).isEqualTo(PER_USER_LIMIT - 1);
        assertThat(conversations.stopped().sum()).isEqualTo(1);
    }

    @Test
    void touch_ofAnEndedConversation_saysSo() {
        Conversation conversation = start(0, 1).get(0);
        assertThat(conversation.touch()).isTrue();

        conversation.close();

        assertThat(conversation.touch()).isFalse();
        assertThat(conversations.active()).isZero();
    }

    @Test
    void expireIdle_atTheIdleLimit_endsWhatWasIdleAndNothingElse() {
        Conversation idle = start(0, 1).get(0);
        Conversation alive = start(1, 1).get(0);
        fixture.clock.advance(IDLE_LIMIT_NANOS - 1);
        assertThat(alive.touch()).isTrue();
        conversations.expireIdle();
        assertThat(conversations.active()).isEqualTo(2);

        fixture.clock.advance(1);
        conversations.expireIdle();

        assertThat(idle.touch()).isFalse();
        assertThat(alive.touch()).isTrue();
        assertThat(conversations.expired().sum()).isEqualTo(1);
    }

    @Test
    void close_afterExpiry_givesBackNothingMore() {
        Conversation conversation = start(0, 1).get(0);
        fixture.clock.advance(IDLE_LIMIT_NANOS);
        conversations.expireIdle();

        conversation.close();

        assertThat(conversations.expired().sum()).isEqualTo(1);
        assertThat(conversations.stopped().sum()).isZero();
        assertThat(fixture.limiter.inUse()).isZero();
    }

    @Test
    void start_whenEverythingIsTakenByTheIdle_findsRoomWithoutAnybodySweeping() {
        start(0, PER_USER_LIMIT);
        fixture.clock.advance(IDLE_LIMIT_NANOS);

        assertThat(conversations.start(0)).isNotNull();
        assertThat(conversations.expired().sum()).isEqualTo(PER_USER_LIMIT);
    }

    @Test
    void start_whoseProfileFails_holdsNoPermit() {
        Conversations failing = fixture.conversations(user -> {
            throw new IllegalStateException("no profile of user " + user);
        });

        assertThatThrownBy(() -> failing.start(0)).hasMessage("no profile of user 0");

        assertThat(fixture.limiter.inUse()).isZero();
        assertThat(fixture.limiter.inUse(0)).isZero();
        assertThat(failing.active()).isZero();
    }

    @Test
    void request_withEveryPlaceTaken_isRejectedAfterItsRetries() {
        List<Integer> pauses = new ArrayList<>();
        start(0, PER_USER_LIMIT);
        ConversationsWorkload workload = fixture.workload(conversations, 1, pauses::add);

        assertThat(fixture.request(workload)).isEqualTo(Outcome.REJECTED);

        assertThat(pauses).containsExactly(0, 1, 2);
        assertThat(fixture.gauge(workload, "conversations.rejected")).isEqualTo(1);
        assertThat(fixture.gauge(workload, "conversations.retried")).isEqualTo(3);
        assertThat(fixture.gauge(workload, "conversations.active")).isEqualTo(PER_USER_LIMIT);
    }

    @Test
    void request_afterAPlaceBecameFree_isServedByTheRetry() {
        List<Conversation> all = start(0, PER_USER_LIMIT);
        ConversationsWorkload workload =
                fixture.workload(conversations, 1, retry -> all.get(0).close());

        assertThat(fixture.request(workload)).isNotEqualTo(Outcome.REJECTED);
    }

    /** Of 100 the weights let 97 stop and 3 fail; the bounds are some five standard deviations. */
    @Test
    void request_manyTimes_endsAsTheWeightsSay() {
        ConversationsCaller caller =
                fixture.workload(conversations, Fixture.USERS, retry -> {}).caller(0, 1);
        Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);

        for (int i = 0; i < 3 * ConversationsCaller.REQUESTS_PER_FORGOTTEN; i++) {
            seen.merge(caller.request(), 1, Integer::sum);
        }

        assertThat(seen.get(Outcome.STOPPED)).isBetween(11_820, 12_015);
        assertThat(seen.get(Outcome.FAILED)).isBetween(270, 465);
        assertThat(seen.get(Outcome.FORGOTTEN)).isEqualTo(3);
    }

    @Test
    void request_ofALoneCaller_neverMeetsALimit() throws Exception {
        try (OpenPath opened = OpenPath.of(new ConversationsPath(), PathSpec.parse("conversations?users=1"))) {
            Caller caller = opened.callers(1).get(0);
            for (int i = 0; i < 3 * ConversationsCaller.REQUESTS_PER_FORGOTTEN; i++) {
                assertThat(caller.request()).isNotEqualTo(Outcome.REJECTED);
            }
            opened.assertQuietAndConsistent();
        }
    }

    private List<Conversation> start(int user, int count) {
        List<Conversation> started = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Conversation conversation = conversations.start(user);
            assertThat(conversation).isNotNull();
            started.add(conversation);
        }
        return started;
    }
}
