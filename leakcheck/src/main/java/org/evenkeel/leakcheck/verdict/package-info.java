/**
 * From trends to a verdict that carries its evidence. A signal is judged by four questions, because significance alone
 * calls nearly every clean run growing: is the growth big enough (size), does it follow the operations and not the
 * number of batches (scale), does it go on at the same rate (persistence), and has it gone on for longer than something
 * that merely fills up would be likely to (patience)?
 */
@NullMarked
package org.evenkeel.leakcheck.verdict;

import org.jspecify.annotations.NullMarked;
