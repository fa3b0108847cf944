package org.evenkeel.hotpaths.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.hotpaths.analysis.Request.Action;
import org.evenkeel.hotpaths.analysis.Response.Answered;
import org.evenkeel.hotpaths.analysis.Response.Refused;
import org.junit.jupiter.api.Test;

class AnalysisServiceTest {

    private static final Identity USER = new Identity("ulla", Account.END_USER);
    private static final Identity ADMINISTRATOR = new Identity("anna", Account.ADMINISTRATOR);
    private static final SpectralFeatures FEATURES = new SpectralFeatures(0.1, 440, 880, 0.5);

    /** What the parts were asked, in order. */
    private final List<String> asked = new ArrayList<>();

    private int tokensLeft = 8;

    private final AnalysisService service =
            new AnalysisService(this::verify, this::tryTake, new NotingResults(), new NotingStore());

    @Test
    void handle_badToken_asksNobodyElse() {
        assertThat(service.handle(new Request("forged", Action.ANALYSE, List.of(1))))
                .isEqualTo(Refused.BAD_TOKEN);
        assertThat(asked).containsExactly("verify forged");
    }

    @Test
    void handle_reanalysisByAUser_isNotAllowedAndCostsNothing() {
        assertThat(service.handle(new Request("ulla", Action.REANALYSE, List.of(1))))
                .isEqualTo(Refused.NOT_ALLOWED);
        assertThat(asked).containsExactly("verify ulla");
    }

    @Test
    void handle_overTheLimit_analysesNothing() {
        assertThat(service.handle(new Request("ulla", Action.ANALYSE, List.of(1, 2, 3, 4, 5, 6, 7, 8, 9))))
                .isEqualTo(Refused.OVER_LIMIT);
        assertThat(asked).containsExactly("verify ulla", "take 9 of ulla");
    }

    @Test
    void handle_severalClips_areAnsweredInOrderForOneTokenEach() {
        assertThat(service.handle(new Request("ulla", Action.ANALYSE, List.of(5, 3, 5))))
                .isEqualTo(new Answered(List.of(analysis(5), analysis(3), analysis(5))));
        assertThat(asked).containsExactly("verify ulla", "take 3 of ulla", "analyse 5", "analyse 3", "analyse 5");
    }

    @Test
    void handle_reanalysisByAnAdministrator_isDone() {
        assertThat(service.handle(new Request("anna", Action.REANALYSE, List.of(4))))
                .isEqualTo(new Answered(List.of(analysis(4))));
        assertThat(asked).containsExactly("verify anna", "take 1 of anna", "reanalyse 4");
    }

    @Test
    void handle_status_leavesOutWhatDoesNotExist() {
        assertThat(service.handle(new Request("ulla", Action.STATUS, List.of(1, 2, 3))))
                .isEqualTo(new Answered(List.of(analysis(1), analysis(3))));
        assertThat(asked).containsExactly("verify ulla", "take 3 of ulla", "find 1", "find 2", "find 3");
    }

    private Optional<Identity> verify(String token) {
        asked.add("verify " + token);
        return List.of(USER, ADMINISTRATOR).stream()
                .filter(user -> user.user().equals(token))
                .findFirst();
    }

    private boolean tryTake(Identity user, int tokens) {
        asked.add("take " + tokens + " of " + user.user());
        tokensLeft -= tokens;
        return tokensLeft >= 0;
    }

    private static Analysis analysis(int clip) {
        return new Analysis(clip, 1, FEATURES);
    }

    private final class NotingResults implements Results {
        @Override
        public Analysis analyse(Integer clip) {
            asked.add("analyse " + clip);
            return analysis(clip);
        }

        @Override
        public Analysis reanalyse(Integer clip) {
            asked.add("reanalyse " + clip);
            return analysis(clip);
        }
    }

    /** Knows the odd clips. */
    private final class NotingStore implements AnalysisStore {
        @Override
        public Analysis save(int clip, SpectralFeatures features) {
            throw new AssertionError("the service stores through its results only");
        }

        @Override
        public Optional<Analysis> find(int clip) {
            asked.add("find " + clip);
            return clip % 2 == 0 ? Optional.empty() : Optional.of(analysis(clip));
        }
    }
}
