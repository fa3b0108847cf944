package org.evenkeel.suite.profile.analysis;

/**
 * A frame in the table of a profile.
 *
 * @param place whose work it is
 * @param frame class and method
 * @param own what one operation spends in it and in the platform's code that it calls, in the event's unit
 * @param total what one operation spends in it and below it, a mean over forks
 * @param share {@code own} as a fraction of everything tabled
 * @param mostlyIn the innermost frame, or the class of the objects, that most of {@code own} goes to
 */
public record FrameRow(Place place, String frame, Mean own, double total, double share, String mostlyIn) {}
