package org.evenkeel.suite.nightly.verdict;

import org.evenkeel.compare.samples.Identity;
import org.evenkeel.suite.nightly.samples.Night;

/**
 * A benchmark whose last night alone was slower, or allocated more, than its limit: an outlier or a change, which the next night tells.
 *
 * @param identity of the benchmark
 * @param night the last of it
 * @param relativeChange how much slower than its level, or how much more, above 0; infinite where that was nothing
 * @param isFarBeyond whether it was so much that a judge may not be silent about it
 */
public record SlowNight(Identity identity, Night night, double relativeChange, boolean isFarBeyond) {}
