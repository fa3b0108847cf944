/**
 * What the contract of a hot path costs: the same three nanoseconds of work behind it, and as a plain JMH method.
 *
 * <pre>{@code
 * java -jar benchmarks.jar 'HotPathBenchmark.single|PlainJmhBenchmark' -p path=xorshift -bm avgt -tu ns -prof gc
 * }</pre>
 *
 * <p>The difference of the two scores is what measuring through {@link org.evenkeel.workload.Caller} adds to each
 * operation.
 */
@NullMarked
package org.evenkeel.jmh.overhead;

import org.jspecify.annotations.NullMarked;
