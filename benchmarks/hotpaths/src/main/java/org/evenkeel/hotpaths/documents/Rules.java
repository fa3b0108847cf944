package org.evenkeel.hotpaths.documents;

/** What the path promises, in the words in which a breach is reported. */
final class Rules {

    static final String EXACTLY_ONCE = "every document handed in is processed exactly once";
    static final String NONE_LOST = "no document is lost";
    static final String BOUND = "the queue never passes its bound";
    static final String INDEX = "the index agrees with a single-threaded reference";

    private Rules() {}
}
