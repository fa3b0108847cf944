package org.evenkeel.hotpaths.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.evenkeel.hotpaths.analysis.Request.Action;
import org.evenkeel.hotpaths.analysis.Traffic.Asked;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final int DRAWN = 100_000;

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Tokens TOKENS = new Tokens(NOW);

    @Test
    void draw_standardMix_hasKindsFiveToThreeToOneAndOneForgeryInSixtyFour() {
        Asked[] drawn = draw(Mix.STANDARD);

        double genuine = share(drawn, asked -> asked.bearer().isPresent());
        assertThat(genuine).isCloseTo(63 / 64.0, within(0.002));
        assertThat(share(drawn, sentBy(Account.END_USER, Account.TRIAL)) / genuine)
                .isCloseTo(5 / 9.0, within(0.006));
        assertThat(share(drawn, sentBy(Account.API_CLIENT)) / genuine).isCloseTo(3 / 9.0, within(0.006));
        assertThat(share(drawn, sentBy(Account.ADMINISTRATOR)) / genuine).isCloseTo(1 / 9.0, within(0.006));
        assertThat(share(drawn, sentBy(Account.TRIAL)) / genuine).isCloseTo(5 / 9.0 / 32, within(0.002));
        assertThat(share(drawn, asked -> asked.request().action() == Action.STATUS) / genuine)
                .isCloseTo(1 / 6.0, within(0.006));
        assertThat(share(drawn, asked -> asked.request().clips().size() == 8) / genuine)
                .isCloseTo(1 / 6.0, within(0.006));
    }

    @Test
    void draw_clips_followZipfsLaw() {
        Asked[] drawn = draw(Mix.END_USERS);
        double harmonic = 0;
        for (int rank = 1; rank <= 200; rank++) {
            harmonic += 1.0 / rank;
        }
        for (int clip : new int[] {0, 1, 9, 99}) {
            double expected = 1 / (harmonic * (clip + 1));
            assertThat(share(drawn, asked -> asked.request().clips().get(0) == clip))
                    .isCloseTo(expected, within(4 * Math.sqrt(expected / DRAWN)));
        }
    }

    @Test
    void draw_mixOfOneKind_hasNoOther() {
        assertThat(Arrays.stream(draw(Mix.ADMINISTRATORS))
                        .map(Asked::bearer)
                        .flatMap(Optional::stream)
                        .map(Identity::account)
                        .distinct())
                .containsExactly(Account.ADMINISTRATOR);
    }

    @Test
    void draw_bearer_isWhomTheTokenNames() {
        TokenVerifier verifier = new SignedTokenVerifier(Tokens.ISSUER, TOKENS.publicKey(), () -> NOW);

        assertThat(new Traffic(Mix.STANDARD, TOKENS).draw(1_000, new SplittableRandom(2)))
                .allSatisfy(asked ->
                        assertThat(verifier.verify(asked.request().token())).isEqualTo(asked.bearer()));
    }

    @Test
    void words_ofTheMixes_areReadBackAndStandardComesFirst() {
        assertThat(Mix.words()).containsExactly("standard", "end-users", "api-clients", "administrators");
        assertThat(Arrays.stream(Mix.words()).map(Mix::of)).containsExactly(Mix.values());
        assertThatThrownBy(() -> Mix.of("END_USERS")).hasMessageContaining("found \"END_USERS\"");
    }

    private static Asked[] draw(Mix mix) {
        return new Traffic(mix, TOKENS).draw(DRAWN, new SplittableRandom(1));
    }

    private static double share(Asked[] drawn, Predicate<Asked> which) {
        return (double) Arrays.stream(drawn).filter(which).count() / drawn.length;
    }

    private static Predicate<Asked> sentBy(Account... accounts) {
        return asked -> asked.bearer()
                .filter(bearer -> Arrays.asList(accounts).contains(bearer.account()))
                .isPresent();
    }
}
