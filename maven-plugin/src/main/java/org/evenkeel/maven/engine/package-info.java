/** The engine as a child JVM, on the class path that Maven resolved for it, and what its exit status means for a build. */
@NullMarked
package org.evenkeel.maven.engine;

import org.jspecify.annotations.NullMarked;
