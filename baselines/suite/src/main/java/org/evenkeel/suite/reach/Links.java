package org.evenkeel.suite.reach;

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
 */
record Links(
        String hash, Set<String> targets, Set<String> prefixes, Set<String> pieces, Set<ComputedNames.What> computed) {

    Links {
        targets = Set.copyOf(targets);
        prefixes = Set.copyOf(prefixes);
        pieces = Set.copyOf(pieces);
        computed = Set.copyOf(computed);
    }
}
