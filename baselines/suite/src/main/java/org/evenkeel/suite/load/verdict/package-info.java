/** The answers: each objective graded, what makes numbers say nothing, the knee, the leak verdict, and the exit status. */
@NullMarked
package org.evenkeel.suite.load.verdict;

import org.jspecify.annotations.NullMarked;
