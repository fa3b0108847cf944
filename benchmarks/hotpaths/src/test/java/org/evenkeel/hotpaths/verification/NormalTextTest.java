package org.evenkeel.hotpaths.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTextTest {

    @ParameterizedTest
    @CsvSource({
        "Four score and seven, four score and seven",
        "'  Fellow-Citizens of the Senate:  ', fellow citizens of the senate",
        "The nation's (3rd) debt -- $1.50!, the nations 3rd debt 1 50",
        "the nation\u2019s, the nations",
        "Caf\u00e9 na\u00efve, cafe naive",
        "Cafe\u0301, cafe",
        "\ufb01scal \u2160V, fiscal iv",
        "\u00c5NGSTR\u00d6M, angstrom",
        "\ud835\udc00\ud835\udc01, ab",
        "'...?!', ''",
        "'', ''",
        "'''', ''",
    })
    void of_text_isItsWordsAndNothingElse(String text, String normal) {
        assertThat(NormalText.of(text)).isEqualTo(normal);
    }

    @Test
    void of_normalText_isTheSame() throws Exception {
        for (String passage : Sources.all()) {
            String normal = NormalText.of(passage);
            assertThat(NormalText.of(normal)).isEqualTo(normal).matches("[a-z0-9]+( [a-z0-9]+)*");
        }
    }
}
