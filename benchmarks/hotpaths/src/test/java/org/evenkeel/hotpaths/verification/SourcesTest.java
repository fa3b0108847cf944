package org.evenkeel.hotpaths.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.evenkeel.hotpaths.corpus.Corpus;
import org.junit.jupiter.api.Test;

class SourcesTest {

    @Test
    void all_sentences_loseNothingButWhiteSpaceAndHeadings() throws Exception {
        StringBuilder bodies = new StringBuilder();
        for (var document : Corpus.load()) {
            String text = new String(document.content(), StandardCharsets.UTF_8);
            bodies.append(text.substring(text.indexOf("\n\n")));
        }

        assertThat(String.join("", Sources.all()).replaceAll("\\s", ""))
                .isEqualTo(bodies.toString().replaceAll("\\s", ""));
    }

    @Test
    void all_sentences_areSentences() throws Exception {
        List<String> sentences = Sources.all();

        assertThat(sentences).hasSizeBetween(1_500, 4_000);
        assertThat(sentences).contains("Mexico continues to be a theater of civil war.");
    }

    @Test
    void one_sentences_areOneAddress() throws Exception {
        List<String> one = Sources.one();

        assertThat(String.join(" ", one).length()).isBetween(7_000, 8_300);
        assertThat(Sources.all()).containsSequence(one);
    }
}
