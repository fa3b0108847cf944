/**
 * What the checked JVM's heap looked like from its roots, and who allocated, while something grew: the raw material of
 * a cause, as immutable values.
 *
 * <p>A heap dump is far too large to keep. What is kept of it is a {@link org.evenkeel.leakcheck.samples.heap.PathTree}:
 * objects that are reached in the same way are one node, so a list of a million elements is as small as a list of two.
 */
@NullMarked
package org.evenkeel.leakcheck.samples.heap;

import org.jspecify.annotations.NullMarked;
