/**
 * Looking at a JVM that serves somebody else, without disturbing it: its management beans are read now and then, and its
 * collectors tell of each collection by a notification.
 */
@NullMarked
package org.evenkeel.leakcheck.run.live;

import org.jspecify.annotations.NullMarked;
