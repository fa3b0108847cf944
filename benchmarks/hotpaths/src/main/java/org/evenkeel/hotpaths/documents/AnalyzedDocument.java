package org.evenkeel.hotpaths.documents;

/**
 * A document as the index takes it.
 *
 * @param id its number
 * @param year of the address
 * @param president who gave it
 * @param fingerprint what it is recognised by
 * @param terms what it can be found by
 */
record AnalyzedDocument(int id, int year, String president, Fingerprint fingerprint, TermCounts terms) {}
