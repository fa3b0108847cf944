/**
 * The part of the leak checker that runs inside the checked JVM. It is copied into a jar of its own, so that nothing else
 * of ours, and none of our libraries, stands on the class path of the workload. Its classes are left out of what is
 * measured. It avoids lambdas, streams and formatting, each of which would fill caches of the JVM while samples are
 * taken.
 */
@NullMarked
package org.evenkeel.leakcheck.run.worker;

import org.jspecify.annotations.NullMarked;
