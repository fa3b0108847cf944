/**
 * A history as files, and what other tools have kept as a history.
 *
 * <p>{@code <folder>/<environment>/<month>.nights} is text that is only ever appended to, so that two versions of it differ
 * by the nights that one has more. A night is a block: who it was, the raw number of each fork of each benchmark, and a
 * last line with a checksum. Benchmarks are named once in a file and by a number from then on. These names are the index
 * that lets a year of a thousand benchmarks be read in a second: twelve thousand names are looked up, each different one is
 * parsed once, and all else is numbers.
 *
 * <p>A block without its last line is what a kill or a full disk has left. Readers pass over it, and the next night is
 * written behind it, so nothing that was ever complete is touched again. Nights are ordered by their number, which is one
 * more than the largest that is there; a clock that jumps changes the file a night goes to, and nothing else. Files that
 * were copied together are read as well: a night that is in both counts once, and a number means what the last line before
 * it says.
 */
@NullMarked
package org.evenkeel.suite.nightly.stored;

import org.jspecify.annotations.NullMarked;
