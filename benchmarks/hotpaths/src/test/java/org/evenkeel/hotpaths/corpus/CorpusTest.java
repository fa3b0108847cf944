package org.evenkeel.hotpaths.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CorpusTest {

    private static final int KIBIBYTE = 1024;

    @Test
    void load_all_areNumberedInOrderAndDistinct() throws Exception {
        List<Document> documents = Corpus.load();

        assertThat(documents).hasSize(115);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < documents.size(); i++) {
            assertThat(documents.get(i).id()).isEqualTo(i);
            assertThat(names.add(documents.get(i).name())).isTrue();
        }
    }

    @Test
    void load_all_haveTheSizesTheReadmeSays() throws Exception {
        List<Document> documents = Corpus.load();

        assertThat(documents)
                .allSatisfy(document -> assertThat(document.content()).hasSizeBetween(KIBIBYTE, 8 * KIBIBYTE + 100));
        assertThat(documents.stream()
                        .mapToInt(document -> document.content().length)
                        .sum())
                .isEqualTo(404_002);
    }

    @Test
    void parse_all_givesTheYearOfTheName() throws Exception {
        for (Document document : Corpus.load()) {
            Address address = Address.parse(document);

            assertThat(document.name()).startsWith(address.year() + "-");
            assertThat(address.president()).isNotBlank();
            assertThat(address.party()).isNotBlank();
            assertThat(address.body()).hasSizeGreaterThan(KIBIBYTE / 2).doesNotContain("Party:");
        }
    }
}
