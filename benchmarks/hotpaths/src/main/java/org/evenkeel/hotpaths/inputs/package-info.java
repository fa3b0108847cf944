/**
 * What callers of several hot paths need to make their requests: choices that are skewed the way real traffic is, inputs
 * that a seed decides, and counters that many threads add to.
 *
 * <p>A caller draws its inputs ahead of time, in its constructor, and then only walks over them: the random numbers are
 * the harness's business and must not be paid for inside the measured region.
 *
 * <pre>{@code
 * Choice records = Choice.zipf(10_000, 0.5);
 * PreparedChoices asked = PreparedChoices.of(records, Seeds.random(index, seed));
 * int record = asked.next();
 * }</pre>
 */
@NullMarked
package org.evenkeel.hotpaths.inputs;

import org.jspecify.annotations.NullMarked;
