/** Leak checks in JUnit tests, by an annotation on a test method. JUnit 5 and 6. */
@NullMarked
package org.evenkeel.leakcheck.junit;

import org.jspecify.annotations.NullMarked;
