/**
 * What an interleaved comparison will run: two sides of the same benchmarks, in blocks of one fork each.
 *
 * <p>Both forks of a block live at the same time and are measured in turn, slice by slice, so that whatever makes two sessions, or
 * two seconds, differ (temperature, neighbours, the state of the page cache) is the same for both and cancels in their ratio.
 * Which side goes first is drawn for every block, so that what the one does to the other does not add up either.
 */
@NullMarked
package org.evenkeel.suite.ab.plan;

import org.jspecify.annotations.NullMarked;
