/** The command {@code ab}: two sides of the same benchmarks, measured in turn until it is known which is slower. */
@NullMarked
package org.evenkeel.suite.ab.command;

import org.jspecify.annotations.NullMarked;
