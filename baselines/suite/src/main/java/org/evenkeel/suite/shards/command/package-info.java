/** What the commands that measure do for {@code --shard}: the options, and one shard of a run. */
@NullMarked
package org.evenkeel.suite.shards.command;

import org.jspecify.annotations.NullMarked;
