package org.evenkeel.hotpaths.documents;

/**
 * What a document is recognised by.
 *
 * @param sha256 of its bytes, in lower-case hexadecimal: equal only for the same bytes
 * @param simHash of its terms: differs in few bits for texts that share most terms (Charikar 2002,
 *     doi:10.1145/509907.509965)
 */
record Fingerprint(String sha256, long simHash) {}
