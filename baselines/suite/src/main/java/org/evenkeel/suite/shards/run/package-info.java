/** One shard on its host: who else is there, and the file that says what the shard measured. */
@NullMarked
package org.evenkeel.suite.shards.run;

import org.jspecify.annotations.NullMarked;
