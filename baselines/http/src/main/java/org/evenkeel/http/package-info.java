/**
 * Drives a service over HTTP with Hyperfoil, for {@code scripts/load --url}.
 *
 * <p>Hyperfoil gives the event loops, the sessions, the connections and HTTP itself. When a request is due, and from when its time
 * counts, is decided here: Hyperfoil's own open model starts sessions on a clock of milliseconds, and a session that found none free
 * starts late without anybody counting how late. Here a user takes the next arrival, waits for the moment at which it is due, and
 * counts from that moment, exactly as the runner of hot paths does.
 *
 * <p>A JVM of its own, with the runner's jar behind this one on its class path; what is in it speaks to the command over a pipe. It is
 * a module of its own so that nobody else carries these libraries.
 */
@NullMarked
package org.evenkeel.http;

import org.jspecify.annotations.NullMarked;
