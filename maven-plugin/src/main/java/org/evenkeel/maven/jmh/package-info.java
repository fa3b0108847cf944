/** Finds benchmarks in compiled classes, and generates what JMH needs of them where the project's build does not. */
@NullMarked
package org.evenkeel.maven.jmh;

import org.jspecify.annotations.NullMarked;
