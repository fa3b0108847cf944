/**
 * What a comparison says: a {@link org.evenkeel.compare.verdict.Verdict} for each row, with its evidence, and the exit
 * status of them all.
 *
 * <p>Whether there is a change and whether it is large are two questions. A row is called regressed only if its p-value
 * of "no change", corrected for the number of rows (Holm), is small, and the near end of its interval is still worse
 * than the minimum effect; improved likewise; equivalent only if all of its interval lies within the margin. Whatever is
 * none of these is inconclusive, and says what would settle it. Times and exact metrics are corrected apart: their noise
 * has nothing to do with one another.
 *
 * <p>Not every inconclusive row makes the whole comparison inconclusive. One whose own noise passes the margin is
 * <em>too noisy</em>: it would end like that in most runs with nothing changed, so its ending like that says nothing. It
 * still counts as regressed when it is worse by more than its noise explains. When nothing but such rows is left, the
 * comparison as a whole is inconclusive.
 */
@NullMarked
package org.evenkeel.compare.verdict;

import org.jspecify.annotations.NullMarked;
