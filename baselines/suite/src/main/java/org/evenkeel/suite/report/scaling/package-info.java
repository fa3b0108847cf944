/** How a path answers to more callers: what was measured in each form, beside what it would be if callers cost nothing. */
@NullMarked
package org.evenkeel.suite.report.scaling;

import org.jspecify.annotations.NullMarked;
