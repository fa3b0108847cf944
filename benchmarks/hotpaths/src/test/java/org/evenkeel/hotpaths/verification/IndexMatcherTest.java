package org.evenkeel.hotpaths.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.hotpaths.verification.Finding.BestMatch;
import org.evenkeel.hotpaths.verification.Finding.NothingInCommon;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class IndexMatcherTest {

    private static final List<String> PETS = List.of("the dog bites the man", "the cat sleeps", "a bird sings");

    private final Matcher matcher = new IndexMatcher(PETS);

    @Test
    void match_passageItself_isTheSame() {
        assertThat(best(matcher, "the cat sleeps").passage()).isEqualTo(1);
        assertThat(best(matcher, "the cat sleeps").similarity()).isCloseTo(1, within(1e-15));
        assertThat(matcher.match("the cat sleeps").verdict()).isEqualTo(Verdict.SUPPORTED);
    }

    /**
     * By hand: of 3 passages, 2 hold "the" and 1 holds each other word, so their weights are 1 + ln(4/3) and 1 + ln(4/2);
     * a word of no passage weighs 1 + ln 4. Of its 4 pairs the statement shares 2 with the passage, which has 4.
     */
    @Test
    void match_oneWordReplaced_isWhatTheDefinitionsSay() {
        double the = 1 + Math.log(4.0 / 3);
        double other = 1 + Math.log(4.0 / 2);
        double unknown = 1 + Math.log(4.0);
        double cosine = (the * the + other * other)
                / Math.sqrt(the * the + other * other + unknown * unknown)
                / Math.sqrt(the * the + 2 * other * other);
        double dice = 2.0 * 2 / (4 + 4);

        BestMatch found = best(matcher, "the horse sleeps");

        assertThat(found.passage()).isEqualTo(1);
        assertThat(found.similarity()).isCloseTo((cosine + dice) / 2, within(1e-12));
    }

    @Test
    void match_sameWordsInAnotherOrder_isLessSimilar() {
        BestMatch turned = best(matcher, "the man bites the dog");

        assertThat(turned.passage()).isZero();
        assertThat(turned.similarity())
                .isLessThan(best(matcher, "the dog bites the man").similarity() - 0.1);
    }

    @Test
    void match_noWordInCommon_findsNothing() {
        assertThat(matcher.match("quantum chromodynamics")).isEqualTo(new NothingInCommon());
        assertThat(matcher.match("")).isEqualTo(new NothingInCommon());
        assertThat(matcher.match("").verdict()).isEqualTo(Verdict.UNSUPPORTED);
    }

    @Test
    void match_twoPassagesAlike_takesTheFirst() {
        Matcher twice = new IndexMatcher(List.of("something else", "one and the same", "one and the same"));

        assertThat(best(twice, "one and the same").passage()).isEqualTo(1);
    }

    @Test
    void match_singleWord_hasNeighboursToo() {
        Matcher words = new IndexMatcher(List.of("yes no", "no"));

        assertThat(best(words, "no").passage()).isEqualTo(1);
        assertThat(best(words, "no").similarity()).isCloseTo(1, within(1e-15));
    }

    /** Few words, so that they repeat, tie and are missing all the time. */
    @TestFactory
    Stream<DynamicTest> match_randomTexts_agreesWithTheSlowReference() {
        return IntStream.rangeClosed(1, 50)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    List<String> passages = texts(random, 1 + random.nextInt(30), 1);
                    Matcher fast = new IndexMatcher(passages);
                    SlowReference slow = new SlowReference(passages);
                    for (String statement : texts(random, 50, 0)) {
                        assertThat(SlowReference.same(slow.find(statement), fast.match(statement)))
                                .as(
                                        "\"%s\" in %s: %s, %s",
                                        statement, passages, fast.match(statement), slow.find(statement))
                                .isTrue();
                    }
                }));
    }

    @Test
    void match_statementsOfEachLength_agreeWithTheSlowReference() throws Exception {
        List<String> passages = Sources.one();
        Verifier fast = new Verifier(
                new IndexMatcher(passages.stream().map(NormalText::of).toList()));
        SlowReference slow = new SlowReference(passages);
        List<String> statements = new ArrayList<>(Statements.ofAFewWords(passages, 120));
        statements.addAll(Statements.ofManyWords(passages, 120));

        assertThat(statements).allMatch(statement -> SlowReference.same(slow.find(statement), fast.verify(statement)));
    }

    private static BestMatch best(Matcher matcher, String statement) {
        return (BestMatch) matcher.match(statement);
    }

    private static List<String> texts(SplittableRandom random, int count, int fewestWords) {
        return Stream.generate(() -> random.ints(random.nextInt(fewestWords, 9), 'a', 'i')
                        .mapToObj(Character::toString)
                        .reduce((one, other) -> one + " " + other)
                        .orElse(""))
                .limit(count)
                .toList();
    }
}
