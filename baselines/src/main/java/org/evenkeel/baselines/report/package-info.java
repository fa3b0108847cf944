/** A comparison as text for people and for programs. Every report is a pure function of the comparison. */
@NullMarked
package org.evenkeel.baselines.report;

import org.jspecify.annotations.NullMarked;
