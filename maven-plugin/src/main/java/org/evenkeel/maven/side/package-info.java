/** What is measured on one side: the modules that have benchmarks or hot paths, with their class paths. */
@NullMarked
package org.evenkeel.maven.side;

import org.jspecify.annotations.NullMarked;
