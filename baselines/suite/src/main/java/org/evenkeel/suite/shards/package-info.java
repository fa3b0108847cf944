/**
 * A run on more than one machine. A scheduler that people run already starts the shards, and a merge puts their folders
 * together: no daemon, no heartbeat and no connection of our own is there to disturb what is measured.
 */
@NullMarked
package org.evenkeel.suite.shards;

import org.jspecify.annotations.NullMarked;
