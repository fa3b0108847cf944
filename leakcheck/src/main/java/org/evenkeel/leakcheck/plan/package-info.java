/** What is to be checked, and with which means: immutable values that say nothing about how it went. */
@NullMarked
package org.evenkeel.leakcheck.plan;

import org.jspecify.annotations.NullMarked;
