package org.evenkeel.hotpaths.documents;

import org.evenkeel.hotpaths.inputs.Seeds;

/**
 * The 64-bit hash of a term: FNV-1a (RFC 9923) over its UTF-8 form, then the finalizer of SplitMix64.
 *
 * <p>FNV alone leaves the middle bits of short words nearly constant, and a SimHash votes on every bit.
 */
final class TermHash {

    private static final long FNV_OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private TermHash() {}

    /** The hash of {@code source[from..to)}, which holds no surrogates: a term is made of letters and digits. */
    static long of(char[] source, int from, int to) {
        long hash = FNV_OFFSET_BASIS;
        for (int i = from; i < to; i++) {
            char c = source[i];
            if (c < 0x80) {
                hash = step(hash, c);
            } else if (c < 0x800) {
                hash = step(step(hash, 0xc0 | (c >> 6)), continuation(c));
            } else {
                hash = step(step(step(hash, 0xe0 | (c >> 12)), continuation(c >> 6)), continuation(c));
            }
        }
        return Seeds.mix(hash);
    }

    private static int continuation(int bits) {
        return 0x80 | (bits & 0x3f);
    }

    private static long step(long hash, int octet) {
        return (hash ^ octet) * FNV_PRIME;
    }
}
