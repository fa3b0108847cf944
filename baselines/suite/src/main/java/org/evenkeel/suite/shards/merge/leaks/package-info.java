/** The leak checks of several workers as one. */
@NullMarked
package org.evenkeel.suite.shards.merge.leaks;

import org.jspecify.annotations.NullMarked;
