package org.evenkeel.hotpaths.documents;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Terms, counts and SimHash of a text, by their definitions and slowly: a regular expression and big integers. */
final class ReferenceAnalysis {

    private static final Pattern NO_TERM = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);
    private static final BigInteger FNV_OFFSET_BASIS = new BigInteger("14695981039346656037");
    private static final BigInteger FNV_PRIME = new BigInteger("1099511628211");

    private ReferenceAnalysis() {}

    /** Each distinct term with its count, by first occurrence. */
    static Map<String, Integer> termCounts(String text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String word : NO_TERM.split(text, -1)) {
            if (!word.isEmpty()) {
                counts.merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
        }
        return counts;
    }

    static long simHash(Map<String, Integer> termCounts) {
        List<BigInteger> votes = new ArrayList<>();
        termCounts.forEach((term, count) -> {
            for (int i = 0; i < count; i++) {
                votes.add(termHash(term));
            }
        });
        BigInteger simHash = BigInteger.ZERO;
        for (int bit = 0; bit < 64; bit++) {
            int position = bit;
            long yes = votes.stream().filter(vote -> vote.testBit(position)).count();
            if (2 * yes > votes.size()) {
                simHash = simHash.setBit(bit);
            }
        }
        return simHash.longValue();
    }

    static BigInteger termHash(String term) {
        return splitMix64(fnv1a(term));
    }

    static BigInteger fnv1a(String term) {
        BigInteger hash = FNV_OFFSET_BASIS;
        for (byte octet : term.getBytes(StandardCharsets.UTF_8)) {
            hash = hash.xor(BigInteger.valueOf(octet & 0xff))
                    .multiply(FNV_PRIME)
                    .mod(TWO_TO_64);
        }
        return hash;
    }

    private static BigInteger splitMix64(BigInteger value) {
        BigInteger z = value;
        z = z.xor(z.shiftRight(30))
                .multiply(new BigInteger("bf58476d1ce4e5b9", 16))
                .mod(TWO_TO_64);
        z = z.xor(z.shiftRight(27))
                .multiply(new BigInteger("94d049bb133111eb", 16))
                .mod(TWO_TO_64);
        return z.xor(z.shiftRight(31));
    }
}
