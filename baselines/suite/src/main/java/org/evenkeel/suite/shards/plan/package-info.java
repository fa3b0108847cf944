/** Which part of a plan a shard measures: the same answer on every host, from nothing but the plan. */
@NullMarked
package org.evenkeel.suite.shards.plan;

import org.jspecify.annotations.NullMarked;
