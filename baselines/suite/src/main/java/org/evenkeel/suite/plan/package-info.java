/** What a run will measure, and for how long: values that are decided before the first child JVM starts. */
@NullMarked
package org.evenkeel.suite.plan;

import org.jspecify.annotations.NullMarked;
