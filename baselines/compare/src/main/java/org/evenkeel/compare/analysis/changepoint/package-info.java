/**
 * Where in a series of nights a level changed for good, by how much, and how sure that is.
 *
 * <p>The series is cut in two where the two parts differ most, and each part again, as long as chance alone does not
 * explain the difference. Three things make that right for measurements at night, where off-the-shelf detection puts a
 * large part of its points between two runs of one commit:
 *
 * <ul>
 *   <li>The p-value is that of the <em>largest</em> difference over all places, not of a t-test at the place that was
 *       chosen because it looks best.
 *   <li>Nights are shuffled in blocks, because a machine has good and bad days in a row: shuffled one by one, what lasts
 *       three nights would look like a change.
 *   <li>Outliers are pulled in to what their neighbours show, and a part has at least five nights: a bad night, or two,
 *       is not a level.
 * </ul>
 *
 * <p>A change that is certain may still be too small to care for, so its interval has to lie beyond a least size. It
 * costs changes below that size, and those of the last four nights, which are the gate's business.
 */
@NullMarked
package org.evenkeel.compare.analysis.changepoint;

import org.jspecify.annotations.NullMarked;
