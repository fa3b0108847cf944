/**
 * What every command promises and every module shares: exit statuses, one clear line for bad input, files that are whole or absent,
 * one grammar of times, shares and rates, which part of a run a machine is, and how busy that machine was.
 *
 * <p>A command is a function from arguments and two streams to an exit status, so a test needs no process.
 */
@NullMarked
package org.evenkeel.kernel;

import org.jspecify.annotations.NullMarked;
