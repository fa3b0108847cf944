/**
 * The contract between a concurrency-critical code path and everything that measures it.
 *
 * <p>A provider implements {@link org.evenkeel.workload.HotPath} and names it in
 * {@code META-INF/services/org.evenkeel.workload.HotPath}; {@link org.evenkeel.workload.HotPaths} finds it. A measuring
 * JVM opens it once, which gives a {@link org.evenkeel.workload.Workload}, asks that for one
 * {@link org.evenkeel.workload.Caller} per thread, and makes requests. Breaches of what the path promises go to
 * {@link org.evenkeel.workload.Invariants}: a run with a breach is invalid, never a number.
 *
 * <p>The package depends on nothing, so that a service can carry its own hot path beside its code at no cost. It knows
 * neither JMH nor the leak checker; both reach a path through these types alone.
 */
@NullMarked
package org.evenkeel.workload;

import org.jspecify.annotations.NullMarked;
