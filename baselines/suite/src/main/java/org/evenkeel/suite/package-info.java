/**
 * The commands. Each feature is one folder, and below it the stages that it has: plan, run, samples, analysis, verdict, report, command.
 *
 * <p>What several features share lies beside them, each of it knowing only what stands before it here:
 * {@code plan} (what is measured), {@code run} (JMH in child JVMs), {@code reach} (which bytes a benchmark can reach),
 * {@code sides} (the code to compare with), {@code report} (the report of a run), {@code page} (its files),
 * {@code command} (options and a run's session).
 */
@NullMarked
package org.evenkeel.suite;

import org.jspecify.annotations.NullMarked;
