/** The proof that two sides run the same code. */
@NullMarked
package org.evenkeel.baselines.run.reach;

import org.jspecify.annotations.NullMarked;
