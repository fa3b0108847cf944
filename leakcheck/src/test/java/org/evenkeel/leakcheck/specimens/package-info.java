/**
 * What is and what is not a leak, as code: two sets of small workloads whose answer is known, for anything that claims
 * to find leaks.
 *
 * <p>A specimen is plain Java. It has a public constructor without arguments and is a {@link java.lang.Runnable} or a
 * {@link java.util.concurrent.Callable}; one call is one operation, many threads may make them at once, and one that
 * holds something beyond the heap is an {@link java.lang.AutoCloseable}. It does not know who runs it, so what a
 * checker says about it, it would say about anybody's code. The annotations carry the answer, and the tests beside them
 * hold the answer against the JVM without any leak checker.
 */
@NullMarked
package org.evenkeel.leakcheck.specimens;

import org.jspecify.annotations.NullMarked;
