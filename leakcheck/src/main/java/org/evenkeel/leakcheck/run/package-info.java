/**
 * Runs the checked JVM as a child and samples it from outside.
 *
 * <p>What measures must not grow in the heap it measures. So the child keeps no history: it sends each batch's figures
 * as a few primitives, and the class histogram is asked for over the attach socket, which makes its text exist in native
 * memory there and on the heap here. The price is a second JVM and a protocol of two pages.
 */
@NullMarked
package org.evenkeel.leakcheck.run;

import org.jspecify.annotations.NullMarked;
