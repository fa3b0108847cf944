package org.evenkeel.compare.verdict;

import java.util.OptionalDouble;

/**
 * What is asked of some rows in place of what is asked of all.
 *
 * @param selector which rows
 * @param minimumEffect relative change up to which nobody cares
 * @param margin relative change within which the two sides are called equivalent
 * @param gate whether the rows count; when not they are shown, with a verdict, and nothing follows from it
 */
public record Limit(Selector selector, OptionalDouble minimumEffect, OptionalDouble margin, boolean gate) {}
