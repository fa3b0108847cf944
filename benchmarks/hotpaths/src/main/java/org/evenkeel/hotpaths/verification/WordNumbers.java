package org.evenkeel.hotpaths.verification;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers for words, so that words and pairs of words can be compared, sorted and looked up as numbers. Immutable.
 *
 * <p>A word that no passage holds gets a number of its own as well, which counts for one statement only: it matches
 * nothing, yet it is a word that the statement has and the passages have not.
 */
final class WordNumbers {

    /** Stands before the first word of a text. */
    private static final int START = 0;

    /** Stands behind the last word of a text. */
    private static final int END = 1;

    private final Map<String, Integer> numbers;

    /** @param texts in normal form, whose words are to be known */
    WordNumbers(Collection<String> texts) {
        Map<String, Integer> known = new HashMap<>();
        for (String text : texts) {
            for (String word : wordsOf(text)) {
                known.putIfAbsent(word, END + 1 + known.size());
            }
        }
        numbers = Map.copyOf(known);
    }

    /** The words of a text in normal form, as numbers in their order. */
    int[] of(String text) {
        String[] words = wordsOf(text);
        Map<String, Integer> unknown = new HashMap<>();
        int[] result = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            Integer number = numbers.get(words[i]);
            if (number == null) {
                number = unknown.computeIfAbsent(words[i], word -> limit() + unknown.size());
            }
            result[i] = number;
        }
        return result;
    }

    /** All known words have numbers below this, all others do not. */
    int limit() {
        return END + 1 + numbers.size();
    }

    /**
     * The different pairs of neighbours in a text, sorted. Its start and its end count as words, so that even a single
     * word has neighbours.
     */
    static long[] pairs(int[] words) {
        long[] pairs = new long[words.length + 1];
        int before = START;
        for (int i = 0; i < words.length; i++) {
            pairs[i] = pair(before, words[i]);
            before = words[i];
        }
        pairs[words.length] = pair(before, END);
        return distinct(pairs);
    }

    private static long pair(int first, int second) {
        return (long) first << Integer.SIZE | second;
    }

    private static long[] distinct(long[] values) {
        Arrays.sort(values);
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                values[count++] = values[i];
            }
        }
        return Arrays.copyOf(values, count);
    }

    private static String[] wordsOf(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ");
    }
}
