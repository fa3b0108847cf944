/**
 * Every hot path in its four forms, as one JMH benchmark class with the path as a parameter.
 *
 * <p>The jar is an ordinary JMH jar, and its main class is JMH's own:
 *
 * <pre>{@code
 * java -jar benchmarks.jar -l
 * java -jar benchmarks.jar single -p path=documents?queue=mpmc -prof gc
 * java -jar benchmarks.jar single -t 25 -p path=documents
 * java -jar benchmarks.jar single -p path=audits -prof org.evenkeel.jmh.FootprintProfiler
 * java -cp benchmarks.jar:mine.jar org.openjdk.jmh.Main -p path=mine
 * }</pre>
 *
 * <p>A path that fails its own invariants makes the fork fail: JMH then reports no score for it.
 */
@NullMarked
package org.evenkeel.jmh;

import org.jspecify.annotations.NullMarked;
