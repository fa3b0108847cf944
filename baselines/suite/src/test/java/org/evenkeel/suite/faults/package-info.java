/** What the commands do when benchmarks, disks, neighbours and other programs do what they should not. */
@NullMarked
package org.evenkeel.suite.faults;

import org.jspecify.annotations.NullMarked;
