/** From dumps and stacks to what grows along which path, and which lines allocate it. */
@NullMarked
package org.evenkeel.leakcheck.analysis.cause;

import org.jspecify.annotations.NullMarked;
