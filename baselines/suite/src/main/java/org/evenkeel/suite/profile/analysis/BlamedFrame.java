package org.evenkeel.suite.profile.analysis;

import java.util.Optional;
import org.evenkeel.compare.samples.code.TouchedMethod;

/**
 * A frame and what it, with everything that it calls and nobody edited, costs more than before.
 *
 * @param place whose work it is
 * @param frame class and method
 * @param before what one operation of the old code spent there, in the event's unit
 * @param after the same of the new code
 * @param change their difference, positive for more expensive
 * @param touched the edit of it; empty where its code is the same
 */
public record BlamedFrame(
        Place place, String frame, double before, double after, Mean change, Optional<TouchedMethod> touched) {}
