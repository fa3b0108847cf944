/**
 * The life of a suite: the nights on which it was measured, and for each metric of each benchmark one
 * {@link org.evenkeel.suite.nightly.samples.Life} with its forks on those nights.
 */
@NullMarked
package org.evenkeel.suite.nightly.samples;

import org.jspecify.annotations.NullMarked;
