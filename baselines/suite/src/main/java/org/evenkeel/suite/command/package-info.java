/** What several commands share: their options, what they remember for {@code --resume}, and the session of a run. */
@NullMarked
package org.evenkeel.suite.command;

import org.jspecify.annotations.NullMarked;
