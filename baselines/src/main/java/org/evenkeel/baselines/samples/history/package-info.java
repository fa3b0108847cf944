/**
 * The life of a suite: the nights on which it was measured, and for each metric of each benchmark one
 * {@link org.evenkeel.baselines.samples.history.Life} with its forks on those nights.
 */
@NullMarked
package org.evenkeel.baselines.samples.history;

import org.jspecify.annotations.NullMarked;
