/**
 * What a comparison says: a {@link org.evenkeel.baselines.verdict.Verdict} for each row, with its evidence, and the exit
 * status of them all.
 *
 * <p>Whether a change is sure and whether it is large are two questions. A row is called regressed only if the bound of
 * its interval that speaks for the code is still worse than the minimum effect, and equivalent only if all of its
 * interval lies within the margin; whatever is neither is inconclusive, and says what would settle it. Rows are many, so
 * the p-values behind the gate are corrected for their number (Holm), separately for worse and for better, and
 * separately for times and for exact metrics, whose noise has nothing to do with one another.
 *
 * <p>Not every inconclusive row makes the whole comparison inconclusive. One whose own noise passes the margin is
 * <em>set aside</em>: it would end like that in most runs with nothing changed, so its ending like that says nothing. It
 * still counts as regressed when it is worse by more than its noise explains. When nothing but such rows is left, the
 * comparison as a whole is inconclusive.
 */
@NullMarked
package org.evenkeel.baselines.verdict;

import org.jspecify.annotations.NullMarked;
