/** What a run will measure, and for how long: values that are decided before the first child JVM starts. */
@NullMarked
package org.evenkeel.baselines.plan;

import org.jspecify.annotations.NullMarked;
