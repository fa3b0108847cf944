/** Tests of the module as a whole, and what its tests share. */
@NullMarked
package org.evenkeel.baselines;

import org.jspecify.annotations.NullMarked;
