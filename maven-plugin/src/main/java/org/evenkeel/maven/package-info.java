/** The goals. Each asks a Maven of its own for the class paths of both sides, and starts the engine in a JVM of its own. */
@NullMarked
package org.evenkeel.maven;

import org.jspecify.annotations.NullMarked;
