package org.evenkeel.hotpaths.verification;

/** Checks statements as people write them. Used by many threads at once; keeps no state of its own. */
final class Verifier {

    private final Matcher matcher;

    Verifier(Matcher matcher) {
        this.matcher = matcher;
    }

    /** What the sources say about a statement. */
    Finding verify(String statement) {
        return matcher.match(NormalText.of(statement));
    }
}
