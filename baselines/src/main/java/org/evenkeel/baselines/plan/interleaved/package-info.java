/**
 * What an interleaved comparison will run: two sides of the same benchmarks, in blocks of one fork each.
 *
 * <p>A block is short, so that whatever makes two sessions differ (temperature, neighbours, the state of the page cache)
 * is the same for both of its forks and cancels in their ratio. Which side goes first is drawn for every block, so that
 * what the first fork does to the second one does not add up either.
 */
@NullMarked
package org.evenkeel.baselines.plan.interleaved;

import org.jspecify.annotations.NullMarked;
