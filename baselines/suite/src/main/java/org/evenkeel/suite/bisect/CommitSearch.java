package org.evenkeel.suite.bisect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Halves a line of commits, oldest first, of which the last is slower than what comes before the first. Commits that cannot be tested are passed over, as
 * git does.
 */
final class CommitSearch {

    /** What is known of a commit. */
    enum Answer {
        UNKNOWN,
        /** Like the good one. */
        GOOD,
        /** Like the bad one. */
        BAD,
        /** It does not build, or nobody could tell. */
        UNTESTABLE
    }

    private final Answer[] answers;

    /** @param commits how many, at least one */
    CommitSearch(int commits) {
        answers = new Answer[commits];
        Arrays.fill(answers, Answer.UNKNOWN);
        answers[commits - 1] = Answer.BAD;
    }

    void learn(int commit, Answer answer) {
        answers[commit] = answer;
    }

    Answer of(int commit) {
        return answers[commit];
    }

    /** The commit to test next: the one of those that nothing is known of that is nearest to the middle; empty where none would tell more. */
    OptionalInt next() {
        int first = first();
        int last = last();
        return IntStream.range(first, last)
                .filter(commit -> answers[commit] == Answer.UNKNOWN)
                .boxed()
                .min(Comparator.comparingInt(commit -> Math.abs(2 * commit - (first + last - 1))))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** The oldest commit that may be the one. */
    int first() {
        return 1
                + IntStream.range(0, last())
                        .filter(commit -> answers[commit] == Answer.GOOD)
                        .max()
                        .orElse(-1);
    }

    /** The youngest commit that may be the one; the one, where it is the oldest as well. */
    int last() {
        return IntStream.range(0, answers.length)
                .filter(commit -> answers[commit] == Answer.BAD)
                .min()
                .orElseThrow();
    }

    /** How many tests are left at the most, if each gives an answer. */
    int testsLeft() {
        int suspects = last() - first() + 1;
        return 32 - Integer.numberOfLeadingZeros(Math.max(0, suspects - 1));
    }
}
