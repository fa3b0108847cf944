/**
 * What runs inside the measured JVMs: a profiler of JMH that lets two of them take turns. It is copied into a jar of its own
 * behind each side's class path, so it uses the JDK and JMH and nothing else of ours.
 */
@NullMarked
package org.evenkeel.suite.ab.run.turns;

import org.jspecify.annotations.NullMarked;
