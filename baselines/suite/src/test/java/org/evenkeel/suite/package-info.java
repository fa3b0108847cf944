/** Tests of the module as a whole, and what its tests share. */
@NullMarked
package org.evenkeel.suite;

import org.jspecify.annotations.NullMarked;
