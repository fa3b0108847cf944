/**
 * The commands, and the promises every command of the product keeps: exit statuses, one clear line for bad input, files
 * that are whole or absent.
 *
 * <p>A command is a function from arguments and two streams to an exit status, so a test needs no process. Only these
 * classes put the stages together; the stages themselves never import them.
 */
@NullMarked
package org.evenkeel.leakcheck.command;

import org.jspecify.annotations.NullMarked;
