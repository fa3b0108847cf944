package org.evenkeel.hotpaths.documents;

import org.jspecify.annotations.Nullable;

/** An inverted index: which document holds which term how often. Safe to use from many threads. */
interface DocumentIndex {

    /** Enters a document, in place of an earlier version of it. */
    void put(AnalyzedDocument document);

    /** What is known of a document; null when it was never entered. */
    @Nullable
    Entry entry(int document);

    /** How often a document holds a term; 0 when it does not. */
    int frequency(String term, int document);

    /** How many pairs of a term and a document there are. Exact when nobody is entering. */
    long postings();

    /**
     * A document in the index.
     *
     * @param revision how many times it was entered, from 1
     * @param year of the address
     * @param president who gave it
     * @param fingerprint of the present version
     */
    record Entry(long revision, int year, String president, Fingerprint fingerprint) {}
}
