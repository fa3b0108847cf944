package org.evenkeel.suite.reach;

import java.util.Collections;
import java.util.Set;

/**
 * What one class or resource leads to on its class path. Classes are written with dots; resources as their path after a
 * slash, {@code /com/acme/words.txt}.
 *
 * @param hash SHA-256 of what counts of it
 * @param targets classes and resources that it names
 * @param prefixes beginnings of names that it holds, of classes or of resources
 * @param pieces words that can be the rest of a name
 * @param computed what it looks up by names that are not written in it
 * @param mentions every text in it, and names of members of its neighbours that it uses
 */
record Links(
        String hash,
        Set<String> targets,
        Set<String> prefixes,
        Set<String> pieces,
        Set<ComputedNames.What> computed,
        Set<String> mentions) {

    Links {
        targets = Set.copyOf(targets);
        prefixes = Set.copyOf(prefixes);
        pieces = Set.copyOf(pieces);
        computed = Set.copyOf(computed);
        // Often shared with other class paths, so not copied.
        mentions = Collections.unmodifiableSet(mentions);
    }

    /** Whether a name stands in it as a word. */
    boolean mention(String name) {
        return mentions.contains(name) || mentions.stream().anyMatch(text -> hasWord(text, name));
    }

    private static boolean hasWord(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }
}
