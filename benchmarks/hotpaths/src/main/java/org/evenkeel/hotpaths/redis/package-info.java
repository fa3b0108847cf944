/**
 * A real Redis for the paths that want one: the one that the user names, or a {@code redis-server} of this machine that is
 * started for the run and ends with it.
 *
 * <p>The system property {@value org.evenkeel.hotpaths.redis.Redis#URI_PROPERTY} names one; the commands set it from
 * {@code --redis URI}. Without it, a server found on the {@code PATH} is started on a free port of the loopback
 * interface, with nothing written to disk. It ends when the path is closed, and also when the JVM is killed: its guard
 * reads from a pipe whose other end only this JVM has.
 */
@NullMarked
package org.evenkeel.hotpaths.redis;

import org.jspecify.annotations.NullMarked;
