package org.evenkeel.hotpaths.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.hotpaths.corpus.Address;
import org.evenkeel.hotpaths.corpus.Corpus;
import org.evenkeel.hotpaths.corpus.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TextAnalyzerTest {

    private final TextAnalyzer analyzer = new TextAnalyzer();

    /** One analyzer for all, as a worker has it, so that what one document leaves behind would show in the next. */
    @TestFactory
    Stream<DynamicTest> analyze_realText_agreesWithTheSlowReference() throws Exception {
        return Corpus.load().stream()
                .map(document -> dynamicTest(document.name(), () -> {
                    AnalyzedDocument analyzed = analyzer.analyze(document);
                    Map<String, Integer> expected =
                            ReferenceAnalysis.termCounts(Address.parse(document).body());

                    assertThat(asMap(analyzed.terms())).containsExactlyEntriesOf(expected);
                    assertThat(analyzed.fingerprint().simHash()).isEqualTo(ReferenceAnalysis.simHash(expected));
                }));
    }

    @Test
    void analyze_realText_hasTheSha256ThatCoreutilsPrints() throws Exception {
        String actual = Corpus.load().stream()
                .map(document -> analyzer.analyze(document).fingerprint().sha256() + "  " + document.name() + "\n")
                .collect(Collectors.joining());

        try (InputStream in = Corpus.class.getResourceAsStream("sha256sums")) {
            assertThat(actual).isEqualTo(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
        }
    }

    @Test
    void analyze_marksAndCapitals_areNoPartOfATerm() {
        assertThat(asMap(analyzer.analyze(document("Über-Maß, über—MASS; 3rd\n(3RD) it's"))
                        .terms()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("über", 2, "maß", 1, "mass", 1, "3rd", 2, "it", 1, "s", 1));
    }

    @Test
    void analyze_textWithoutTerms_hasNone() {
        AnalyzedDocument analyzed = analyzer.analyze(document(" — … \n"));

        assertThat(analyzed.terms().size()).isZero();
        assertThat(analyzed.fingerprint().simHash()).isZero();
    }

    @Test
    void analyze_termLongerThanTheBuffer_isKeptWhole() {
        String word = "a".repeat(1000);

        assertThat(asMap(analyzer.analyze(document(word + " b " + word)).terms()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(word, 2, "b", 1));
    }

    @Test
    void simHash_ofOneChangedWord_isNearer_thanThatOfAnotherText() throws Exception {
        List<Document> corpus = Corpus.load();
        for (int i = 0; i + 1 < corpus.size(); i += 2) {
            Document original = corpus.get(i);
            Document edited = new Document(
                    i,
                    "edited",
                    (new String(original.content(), UTF_8) + " antidisestablishmentarianism").getBytes(UTF_8));

            long hash = simHash(original);
            int near = Long.bitCount(hash ^ simHash(edited));
            int far = Long.bitCount(hash ^ simHash(corpus.get(i + 1)));

            assertThat(near).as(original.name()).isLessThan(far).isLessThanOrEqualTo(3);
        }
    }

    private long simHash(Document document) {
        return analyzer.analyze(document).fingerprint().simHash();
    }

    private static Document document(String body) {
        return new Document(7, "a.txt", ("Year: 1900\nPresident: A\nParty: B\n\n" + body).getBytes(UTF_8));
    }

    private static Map<String, Integer> asMap(TermCounts terms) {
        Map<String, Integer> map = new LinkedHashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            assertThat(map.put(terms.term(i), terms.count(i)))
                    .as("term %s twice", terms.term(i))
                    .isNull();
        }
        return map;
    }
}
