/**
 * Two versions of the same code: where their jars come from, and whether both mean the same by a path. Whoever measures
 * two sides in turn starts here.
 */
@NullMarked
package org.evenkeel.suite.sides;

import org.jspecify.annotations.NullMarked;
