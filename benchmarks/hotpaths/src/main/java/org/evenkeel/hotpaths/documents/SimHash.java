package org.evenkeel.hotpaths.documents;

import java.util.Arrays;

/**
 * The 64-bit SimHash of a bag of terms: each occurrence votes with the bits of its hash, and a bit is set where more than
 * half of the votes say so (Charikar 2002, doi:10.1145/509907.509965). For one thread.
 */
final class SimHash {

    private final int[] votes = new int[Long.SIZE];

    /** The SimHash of what is in the table; 0 when nothing is. */
    long of(TermTable terms) {
        int[] ballot = votes;
        Arrays.fill(ballot, 0);
        for (int term = 0; term < terms.size(); term++) {
            long hash = terms.hash(term);
            int weight = terms.count(term);
            for (int bit = 0; bit < Long.SIZE; bit++) {
                // weight where the bit is set, -weight where it is not
                int sign = (int) (hash >>> bit & 1) * 2 - 1;
                ballot[bit] += sign * weight;
            }
        }
        long simHash = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if (ballot[bit] > 0) {
                simHash |= 1L << bit;
            }
        }
        return simHash;
    }
}
