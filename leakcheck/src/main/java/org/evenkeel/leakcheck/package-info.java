/**
 * The leak checker as a library: {@link org.evenkeel.leakcheck.LeakCheck} runs an operation of this JVM in batches and tells
 * whether anything grows.
 *
 * <p>Only callers and counters live in this JVM. Everything else (what was seen, the analysis, the report) is in a helper
 * process that attaches to it, for three reasons: a history on the heap that is measured would be found as growth; a JVM may
 * not attach to itself unless told so on its command line; and the libraries that the analysis takes stay away from the
 * class path of the checked code.
 *
 * <p>The stages below this package tell how a check goes: plan, run, samples, analysis, verdict, report; {@code command} puts
 * them together. {@code junit} and {@code jmh} bring the checker to where people have their code already.
 */
@NullMarked
package org.evenkeel.leakcheck;

import org.jspecify.annotations.NullMarked;
