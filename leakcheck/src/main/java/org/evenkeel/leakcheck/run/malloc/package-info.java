/**
 * Memory that a checked JVM takes from {@code malloc} and gives back, seen from outside: async-profiler, loaded as a native
 * agent, records both, and a ledger balances them.
 */
@NullMarked
package org.evenkeel.leakcheck.run.malloc;

import org.jspecify.annotations.NullMarked;
