package org.evenkeel.hotpaths.verification;

import java.util.Arrays;
import java.util.List;
import org.evenkeel.hotpaths.verification.Finding.BestMatch;
import org.evenkeel.hotpaths.verification.Finding.NothingInCommon;

/**
 * Compares a statement with all passages at once, by an index of their words and of their pairs of words.
 *
 * <p>Similarity is the mean of two. The cosine between vectors of words, each weighted by how often it stands in the text
 * and how rare it is in all passages (TF-IDF), asks whether the same things are spoken of. Dice's coefficient of the
 * different pairs of neighbours (2-grams) asks whether the same is said of them, in the same order.
 *
 * <p>Safe to use from many threads: the index is only read, and each call has a score for each passage of its own.
 */
final class IndexMatcher implements Matcher {

    private final WordNumbers numbers;
    private final int passages;

    /** How rare a word is, by its number; the last is that of a word that no passage holds. */
    private final double[] rarity;

    private final Postings words;
    private final Postings pairs;

    /** How many different pairs a passage has. */
    private final int[] pairCounts;

    /** @param texts the passages, in normal form; none is empty */
    IndexMatcher(List<String> texts) {
        passages = texts.size();
        numbers = new WordNumbers(texts);
        List<int[]> numbered = texts.stream().map(numbers::of).toList();
        rarity = rarity(numbered, numbers.limit());
        pairCounts = new int[passages];
        Postings.Builder ofWords = new Postings.Builder();
        Postings.Builder ofPairs = new Postings.Builder();
        for (int passage = 0; passage < passages; passage++) {
            int at = passage;
            forEachWeight(numbered.get(passage), (word, weight) -> ofWords.put(word, at, weight));
            long[] itsPairs = WordNumbers.pairs(numbered.get(passage));
            pairCounts[passage] = itsPairs.length;
            for (long pair : itsPairs) {
                ofPairs.put(pair, passage, 1);
            }
        }
        words = ofWords.build();
        pairs = ofPairs.build();
    }

    @Override
    public Finding match(String statement) {
        int[] itsWords = numbers.of(statement);
        long[] itsPairs = WordNumbers.pairs(itsWords);
        double[] cosines = new double[passages];
        double[] commonPairs = new double[passages];
        forEachWeight(itsWords, (word, weight) -> words.addTo(cosines, word, weight));
        for (long pair : itsPairs) {
            pairs.addTo(commonPairs, pair, 1);
        }
        int best = -1;
        double highest = 0;
        for (int passage = 0; passage < passages; passage++) {
            double dice = 2 * commonPairs[passage] / (itsPairs.length + pairCounts[passage]);
            double similarity = (cosines[passage] + dice) / 2;
            if (similarity > highest) {
                best = passage;
                highest = similarity;
            }
        }
        return best < 0 ? new NothingInCommon() : new BestMatch(best, highest);
    }

    /** Takes a word's number and its weight in a text. */
    private interface Weights {
        void accept(int word, double weight);
    }

    /** Gives the weight of each different word of a text, so that their squares sum to 1. */
    private void forEachWeight(int[] text, Weights weights) {
        int[] sorted = text.clone();
        Arrays.sort(sorted);
        double squares = 0;
        for (int start = 0, end; start < sorted.length; start = end) {
            end = endOfRun(sorted, start);
            double weight = (end - start) * rarityOf(sorted[start]);
            squares += weight * weight;
        }
        double length = Math.sqrt(squares);
        for (int start = 0, end; start < sorted.length; start = end) {
            end = endOfRun(sorted, start);
            weights.accept(sorted[start], (end - start) * rarityOf(sorted[start]) / length);
        }
    }

    private static int endOfRun(int[] sorted, int start) {
        int end = start + 1;
        while (end < sorted.length && sorted[end] == sorted[start]) {
            end++;
        }
        return end;
    }

    private double rarityOf(int word) {
        return rarity[Math.min(word, rarity.length - 1)];
    }

    /** Inverse document frequency, smoothed as if one more passage held every word. */
    private static double[] rarity(List<int[]> texts, int words) {
        int[] holders = new int[words + 1];
        for (int[] text : texts) {
            Arrays.stream(text).distinct().forEach(word -> holders[word]++);
        }
        return Arrays.stream(holders)
                .mapToDouble(count -> 1 + Math.log((1.0 + texts.size()) / (1.0 + count)))
                .toArray();
    }
}
