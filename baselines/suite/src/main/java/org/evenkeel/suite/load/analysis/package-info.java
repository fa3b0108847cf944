/** Numbers out of what was seen: the value of a metric, what the driver used, where the knee of the stages lies. */
@NullMarked
package org.evenkeel.suite.load.analysis;

import org.jspecify.annotations.NullMarked;
