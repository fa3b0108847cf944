/**
 * Carries an interleaved comparison out: builds or finds the two sides, runs short forks of both, which take turns, watches
 * the machine meanwhile, and keeps each block as soon as it is there.
 */
@NullMarked
package org.evenkeel.suite.ab.run;

import org.jspecify.annotations.NullMarked;
