/**
 * What was seen, in time order, as immutable values: one {@link org.evenkeel.leakcheck.samples.Sample} per batch.
 *
 * <p>Everything from here on is a pure function of these values, so a stored run can be judged again, by a newer
 * version, without being run again.
 */
@NullMarked
package org.evenkeel.leakcheck.samples;

import org.jspecify.annotations.NullMarked;
