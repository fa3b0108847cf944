package org.evenkeel.leakcheck.verdict;

/**
 * What a series does, and why one thinks so.
 *
 * @param tendency what it does
 * @param reason the evidence in half a sentence, such as {@code 24.0 bytes per operation, on and on}
 */
public record LeakFinding(Tendency tendency, String reason) {}
