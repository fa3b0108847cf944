/** From two profiles and an edit to the frame that is to blame. */
@NullMarked
package org.evenkeel.suite.why.analysis;

import org.jspecify.annotations.NullMarked;
