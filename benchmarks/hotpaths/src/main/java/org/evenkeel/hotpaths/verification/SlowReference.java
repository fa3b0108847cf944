package org.evenkeel.hotpaths.verification;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.evenkeel.hotpaths.verification.Finding.BestMatch;
import org.evenkeel.hotpaths.verification.Finding.NothingInCommon;

/**
 * What a statement's answer must be, by the definitions and without any index: reads every passage for every statement,
 * which takes thousands of times as long. It shares no code with what is measured, so that it cannot be wrong in the same
 * way.
 */
final class SlowReference {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+");
    private static final Pattern INSIDE_WORDS = Pattern.compile("[\\p{Mn}'\u2019]");

    /** Sums are taken in another order than in the index, so the last few of 52 bits differ. */
    private static final double ROUNDING = 1e-9;

    private final List<String> passages;
    private final Map<String, Integer> holders = new TreeMap<>();

    /** @param passages as they were written */
    SlowReference(List<String> passages) {
        this.passages = passages;
        for (String passage : passages) {
            new TreeSet<>(words(passage)).forEach(word -> holders.merge(word, 1, Integer::sum));
        }
    }

    /** What the definitions say of a statement, as somebody wrote it. */
    Finding find(String statement) {
        List<String> words = words(statement);
        Map<String, Double> vector = vector(words);
        Set<String> pairs = pairs(words);
        Finding best = new NothingInCommon();
        double highest = 0;
        for (int passage = 0; passage < passages.size(); passage++) {
            List<String> itsWords = words(passages.get(passage));
            double similarity = (cosine(vector, vector(itsWords)) + dice(pairs, pairs(itsWords))) / 2;
            if (similarity > highest) {
                highest = similarity;
                best = new BestMatch(passage, similarity);
            }
        }
        return best;
    }

    /** Whether two findings are the same but for rounding. */
    static boolean same(Finding one, Finding other) {
        if (one instanceof BestMatch first && other instanceof BestMatch second) {
            return first.passage() == second.passage()
                    && Math.abs(first.similarity() - second.similarity()) <= ROUNDING;
        }
        return one.equals(other);
    }

    private static List<String> words(String text) {
        String apart = INSIDE_WORDS
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        StringBuilder lower = apart.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return WORD.matcher(lower).results().map(MatchResult::group).toList();
    }

    private Map<String, Double> vector(List<String> words) {
        Map<String, Double> vector = new TreeMap<>();
        for (String word : words) {
            double rarity = 1 + Math.log((1.0 + passages.size()) / (1.0 + holders.getOrDefault(word, 0)));
            vector.merge(word, rarity, Double::sum);
        }
        return vector;
    }

    private static Set<String> pairs(List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.add(0, "<start>");
        all.add("<end>");
        Set<String> pairs = new HashSet<>();
        for (int i = 1; i < all.size(); i++) {
            pairs.add(all.get(i - 1) + " " + all.get(i));
        }
        return pairs;
    }

    private static double cosine(Map<String, Double> one, Map<String, Double> other) {
        double product = 0;
        for (Map.Entry<String, Double> entry : one.entrySet()) {
            product += entry.getValue() * other.getOrDefault(entry.getKey(), 0.0);
        }
        return product == 0 ? 0 : product / (length(one) * length(other));
    }

    private static double length(Map<String, Double> vector) {
        return Math.sqrt(
                vector.values().stream().mapToDouble(weight -> weight * weight).sum());
    }

    private static double dice(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return 2.0 * common.size() / (one.size() + other.size());
    }
}
