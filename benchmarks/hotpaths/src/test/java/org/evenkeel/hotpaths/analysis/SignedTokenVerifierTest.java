package org.evenkeel.hotpaths.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedTokenVerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Identity ANNA = new Identity("anna", Account.ADMINISTRATOR);

    private final Tokens tokens = new Tokens(NOW);

    @Test
    void verify_issuedToken_tellsWhoItsBearerIs() {
        assertThat(verifierAt(NOW).verify(tokens.issue(ANNA))).contains(ANNA);
    }

    @Test
    void verify_everyForgery_isRefused() {
        List<String> forgeries = tokens.forgeries(ANNA);

        assertThat(forgeries).doesNotHaveDuplicates().hasSize(7);
        assertThat(forgeries)
                .allSatisfy(forged -> assertThat(verifierAt(NOW).verify(forged)).isEmpty());
    }

    @Test
    void forgeries_allButTheLast_sayTheyAreTheVictims() throws ParseException {
        for (String forged : tokens.forgeries(ANNA).subList(0, 6)) {
            assertThat(JWTParser.parse(forged).getJWTClaimsSet().getSubject()).isEqualTo("anna");
        }
    }

    @Test
    void verify_tokenOfLastYear_hasExpired() {
        String token = tokens.issue(ANNA);

        assertThat(verifierAt(NOW.plusSeconds(29L * 86_400)).verify(token)).isPresent();
        assertThat(verifierAt(NOW.plusSeconds(31L * 86_400)).verify(token)).isEmpty();
    }

    @Test
    void verify_tokenOfAnotherIssuersKey_isRefused() {
        assertThat(verifierAt(NOW).verify(new Tokens(NOW).issue(ANNA))).isEmpty();
    }

    @Test
    void verify_anyCharacterChanged_isRefused() {
        String token = tokens.issue(ANNA);
        TokenVerifier verifier = verifierAt(NOW);
        // The last character of a signature of 256 bytes carries 4 bits that mean nothing, so it is left alone.
        for (int i = 0; i < token.length() - 1; i += 7) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(verifier.verify(changed)).as("character %d", i).isEmpty();
        }
    }

    private TokenVerifier verifierAt(Instant now) {
        return new SignedTokenVerifier(Tokens.ISSUER, tokens.publicKey(), () -> now);
    }
}
