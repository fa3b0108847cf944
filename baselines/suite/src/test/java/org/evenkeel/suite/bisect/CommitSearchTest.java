package org.evenkeel.suite.bisect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.Random;
import org.evenkeel.suite.bisect.CommitSearch.Answer;
import org.junit.jupiter.api.Test;

class CommitSearchTest {

    @Test
    void search_findsEachCommitOfALine_inNoMoreTestsThanHalvingTakes() {
        for (int commits = 1; commits <= 100; commits++) {
            for (int culprit = 0; culprit < commits; culprit++) {
                CommitSearch search = new CommitSearch(commits);
                int most = search.testsLeft();
                int tests = 0;
                for (OptionalInt next = search.next(); next.isPresent(); next = search.next()) {
                    search.learn(next.getAsInt(), next.getAsInt() < culprit ? Answer.GOOD : Answer.BAD);
                    tests++;
                }
                assertThat(search.first()).isEqualTo(culprit);
                assertThat(search.last()).isEqualTo(culprit);
                assertThat(tests).isLessThanOrEqualTo(most);
            }
        }
    }

    @Test
    void search_amongCommitsThatDoNotBuild_leavesTheCulpritAmongTheSuspects_andNobodyWhoIsKnown() {
        Random random = new Random(7);
        for (int run = 0; run < 1_000; run++) {
            int commits = 1 + random.nextInt(60);
            int culprit = random.nextInt(commits);
            boolean[] builds = new boolean[commits];
            for (int i = 0; i < commits; i++) {
                builds[i] = random.nextInt(3) > 0;
            }
            CommitSearch search = new CommitSearch(commits);
            for (OptionalInt next = search.next(); next.isPresent(); next = search.next()) {
                int commit = next.getAsInt();
                search.learn(commit, !builds[commit] ? Answer.UNTESTABLE : commit < culprit ? Answer.GOOD : Answer.BAD);
            }
            assertThat(culprit).isBetween(search.first(), search.last());
            for (int i = search.first(); i < search.last(); i++) {
                assertThat(search.of(i)).isEqualTo(Answer.UNTESTABLE);
            }
        }
    }
}
