/** Programs that measure how much recorded results of unchanged code differ; {@code docs/} says how they are run. */
@NullMarked
package org.evenkeel.suite.noise;

import org.jspecify.annotations.NullMarked;
