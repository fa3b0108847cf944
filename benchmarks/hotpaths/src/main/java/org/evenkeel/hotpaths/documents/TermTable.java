package org.evenkeel.hotpaths.documents;

import java.util.Arrays;

/**
 * Counts the distinct terms of one text after the other, without garbage: characters go into one array, and only
 * {@link #toTermCounts} makes strings. For one thread.
 */
final class TermTable {

    /** More than the distinct terms of any document of the corpus, so that a worker's table does not grow as it works. */
    private static final int EXPECTED_TERMS = 1024;

    private static final int EXPECTED_CHARACTERS = 8 * EXPECTED_TERMS;

    /** Open addressing, linear probing, at most half full; holds the term's number plus 1, 0 where free. */
    private int[] slots = new int[2 * EXPECTED_TERMS];

    private long[] hashes = new long[EXPECTED_TERMS];
    private int[] counts = new int[EXPECTED_TERMS];
    private int[] ends = new int[EXPECTED_TERMS];
    private char[] characters = new char[EXPECTED_CHARACTERS];
    private int size;

    /** Forgets all terms. */
    void clear() {
        Arrays.fill(slots, 0);
        size = 0;
    }

    /** Counts one occurrence of the term {@code source[from..to)}. */
    void add(char[] source, int from, int to) {
        long hash = TermHash.of(source, from, to);
        int slot = (int) hash & (slots.length - 1);
        while (slots[slot] != 0) {
            int term = slots[slot] - 1;
            if (hashes[term] == hash && Arrays.equals(characters, start(term), ends[term], source, from, to)) {
                counts[term]++;
                return;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        if (size == hashes.length) {
            grow();
            add(source, from, to);
            return;
        }
        slots[slot] = size + 1;
        append(source, from, to, hash);
    }

    /** How many distinct terms there are. */
    int size() {
        return size;
    }

    /** The {@link TermHash} of a term, numbered from 0 by first occurrence. */
    long hash(int term) {
        return hashes[term];
    }

    /** How often a term occurs. */
    int count(int term) {
        return counts[term];
    }

    /** The terms and counts, for keeps. */
    TermCounts toTermCounts() {
        String[] terms = new String[size];
        for (int term = 0; term < size; term++) {
            int start = start(term);
            terms[term] = new String(characters, start, ends[term] - start);
        }
        return new TermCounts(terms, Arrays.copyOf(counts, size));
    }

    private int start(int term) {
        return term == 0 ? 0 : ends[term - 1];
    }

    private void append(char[] source, int from, int to, long hash) {
        int start = start(size);
        int end = start + to - from;
        if (end > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(end, 2 * characters.length));
        }
        System.arraycopy(source, from, characters, start, to - from);
        hashes[size] = hash;
        counts[size] = 1;
        ends[size] = end;
        size++;
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
        ends = Arrays.copyOf(ends, 2 * size);
        slots = new int[4 * size];
        for (int term = 0; term < size; term++) {
            int slot = (int) hashes[term] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = term + 1;
        }
    }
}
