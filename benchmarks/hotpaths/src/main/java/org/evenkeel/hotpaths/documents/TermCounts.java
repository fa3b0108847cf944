package org.evenkeel.hotpaths.documents;

/** The distinct terms of a text, by first occurrence, and how often each occurs. Immutable. */
final class TermCounts {

    private final String[] terms;
    private final int[] counts;

    /** Takes over both arrays. */
    TermCounts(String[] terms, int[] counts) {
        if (terms.length != counts.length) {
            throw new IllegalArgumentException(terms.length + " terms, but " + counts.length + " counts");
        }
        this.terms = terms;
        this.counts = counts;
    }

    /** How many distinct terms there are. */
    int size() {
        return terms.length;
    }

    /** The term with number {@code i}, from 0. */
    String term(int i) {
        return terms[i];
    }

    /** How often the term with number {@code i} occurs, at least 1. */
    int count(int i) {
        return counts[i];
    }
}
