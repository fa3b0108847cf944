/**
 * What a history says: on which night a benchmark got worse, where its level changed, and which benchmarks are too noisy
 * to say anything about.
 *
 * <p>One score a night, on a machine with moods, is not enough for the comparer's rules, and a limit that one night
 * passes by chance wakes somebody every week. So a night is judged against the last forty of the benchmark itself, by
 * order statistics and not by a standard deviation, and only two nights in a row are an alarm. That costs a day, and finds
 * no slowdown smaller than what the benchmark does by itself.
 */
@NullMarked
package org.evenkeel.suite.nightly.verdict;

import org.jspecify.annotations.NullMarked;
