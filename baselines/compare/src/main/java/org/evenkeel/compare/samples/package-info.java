/**
 * What was measured, as immutable values, and the readers that make them from files.
 *
 * <p>A {@link org.evenkeel.compare.samples.Session} is one run of a suite on one machine. It holds a
 * {@link org.evenkeel.compare.samples.Series} for each metric of each benchmark, and a series holds one number per
 * <em>fork</em>: the fork is the unit of replication, because iterations of one JVM share its compilation, its heap
 * layout and its luck, and rules that count them as independent call every fifth unchanged benchmark a regression.
 *
 * <p>Readers take a stream and a display name and know no files. Whatever they cannot make sense of ends in a
 * {@link org.evenkeel.kernel.BadInputException} that names file and line; there is no lenient mode, because a
 * comparison of half a file is a comparison of something else.
 */
@NullMarked
package org.evenkeel.compare.samples;

import org.jspecify.annotations.NullMarked;
