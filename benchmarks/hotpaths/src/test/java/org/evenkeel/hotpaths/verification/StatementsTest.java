package org.evenkeel.hotpaths.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementsTest {

    @Test
    void make_neighbours_areTwoWaysToWriteTheSame() throws Exception {
        List<String> statements = Statements.ofAFewWords(Sources.all(), 512);

        for (int i = 0; i < statements.size(); i += 2) {
            assertThat(statements.get(i)).isNotEqualTo(statements.get(i + 1));
            assertThat(NormalText.of(statements.get(i))).isEqualTo(NormalText.of(statements.get(i + 1)));
        }
    }

    @Test
    void make_lengths_areThoseAskedFor() throws Exception {
        assertThat(Statements.ofAFewWords(Sources.all(), 90)).allMatch(statement -> words(statement) <= 12);
        assertThat(Statements.ofManyWords(Sources.all(), 90))
                .allMatch(statement -> words(statement) <= 80)
                .filteredOn(statement -> words(statement) == 80)
                .hasSizeGreaterThan(80);
    }

    @Test
    void make_shortStatements_leadToEveryVerdict() throws Exception {
        List<String> passages = Sources.all();
        Verifier verifier = new Verifier(
                new IndexMatcher(passages.stream().map(NormalText::of).toList()));

        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (String statement : Statements.ofAFewWords(passages, 512)) {
            counts.merge(verifier.verify(statement).verdict(), 1, Integer::sum);
        }

        assertThat(counts).containsOnlyKeys(Verdict.values());
        assertThat(counts.values()).allMatch(count -> count > 50);
    }

    private static int words(String statement) {
        return statement.trim().split(" +").length;
    }
}
