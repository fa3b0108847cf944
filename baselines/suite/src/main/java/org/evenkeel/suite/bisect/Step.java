package org.evenkeel.suite.bisect;

import org.evenkeel.suite.bisect.CommitSearch.Answer;

/**
 * What became of one commit.
 *
 * @param commit its whole hash
 * @param answer what is known of it
 * @param why in words
 * @param isMeasured whether it was measured, and so may be wrong
 */
record Step(String commit, Answer answer, String why, boolean isMeasured) {}
