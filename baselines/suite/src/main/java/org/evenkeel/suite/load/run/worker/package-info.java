/**
 * The part of the load runner that runs inside the driven JVM: it opens what is driven, makes requests when they are due, and sends what
 * it saw once a second. It is copied into a jar of its own behind the class path of the target, with HdrHistogram and the contract of a hot
 * path, so that nothing else of ours stands there. Nothing here allocates for a request.
 */
@NullMarked
package org.evenkeel.suite.load.run.worker;

import org.jspecify.annotations.NullMarked;
