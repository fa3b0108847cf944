/** A comparison as text for people and for programs. Every report is a pure function of the comparison. */
@NullMarked
package org.evenkeel.compare.report;

import org.jspecify.annotations.NullMarked;
