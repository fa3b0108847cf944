/**
 * How often the sequential rule is wrong, found out by replaying thousands of runs from forks that were recorded once.
 *
 * <p>What is recorded are pairs of forks of the same code that ran one after the other. A replayed benchmark takes its
 * blocks from there in the order in which they were measured, from a start that is drawn, so that drift and neighbours
 * stay in; which fork is called the base is drawn for each block, as the order is in a real run. A slowdown is added to
 * the log ratios: what it does to the noise of a fork is not in it.
 */
@NullMarked
package org.evenkeel.suite.ab.verdict.replay;

import org.jspecify.annotations.NullMarked;
