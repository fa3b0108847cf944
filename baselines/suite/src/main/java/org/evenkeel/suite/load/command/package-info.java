/** The command {@code load}. */
@NullMarked
package org.evenkeel.suite.load.command;

import org.jspecify.annotations.NullMarked;
