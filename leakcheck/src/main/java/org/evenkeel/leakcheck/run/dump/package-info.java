/**
 * Reads heap dumps of the checked JVM, in a process of its own, and keeps what they say about growth.
 *
 * <p>The records of a dump are read by shark-hprof, front to back; what it holds as a graph is kept here in a few arrays
 * of numbers (some 16 bytes for each object and 4 for each reference), since one object for each object of the dump
 * would take more memory than the checked heap. That it happens in a child process keeps the memory out of ours, whose
 * {@code -Xmx} nobody chose with a dump in mind.
 */
@NullMarked
package org.evenkeel.leakcheck.run.dump;

import org.jspecify.annotations.NullMarked;
