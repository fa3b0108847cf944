package org.evenkeel.hotpaths.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermHashTest {

    /** The reference is held to the vectors of RFC 9923 first, since the code is held to the reference. */
    @ParameterizedTest
    @CsvSource({"'', cbf29ce484222325", "a, af63dc4c8601ec8c", "foobar, 85944171f73967e8"})
    void reference_publishedVectors_agrees(String term, String expected) {
        assertThat(ReferenceAnalysis.fnv1a(term)).isEqualTo(new BigInteger(expected, 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "foobar", "congress", "1862", "über", "née", "Ωmega", "漢字", "\uffdc"})
    void of_oneTwoAndThreeByteCharacters_agreesWithTheReference(String term) {
        char[] padded = ("x" + term + "y").toCharArray();

        assertThat(TermHash.of(padded, 1, 1 + term.length()))
                .isEqualTo(ReferenceAnalysis.termHash(term).longValue());
    }
}
