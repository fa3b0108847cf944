package org.evenkeel.compare.verdict;

/**
 * A path whose times may have become worse: nothing is proven, and too much speaks for it to call the run clean.
 *
 * @param path as {@link org.evenkeel.compare.samples.Identity#path}
 * @param why in words
 */
public record Suspect(String path, String why) {}
