/** One run from the folders of its shards, or the reason why they are none. */
@NullMarked
package org.evenkeel.suite.shards.merge;

import org.jspecify.annotations.NullMarked;
