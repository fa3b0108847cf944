package org.evenkeel.suite.profile.samples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.plan.ProfileEvent;

/** Reads stacks in the collapsed form: a line for each, frames joined by semicolons, a blank, a number. */
public final class CollapsedReader {

    private CollapsedReader() {}

    /**
     * The stacks of a file that async-profiler wrote with annotations.
     *
     * @param name of the file, for messages
     * @throws BadInputException when a line is not of that form
     */
    public static List<Stack> read(String name, String text, ProfileEvent event) {
        boolean objects = event == ProfileEvent.ALLOC || event == ProfileEvent.LOCK;
        Map<String, Frame> known = new HashMap<>();
        List<Stack> stacks = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            int blank = line.lastIndexOf(' ');
            double value;
            try {
                value = Double.parseDouble(line.substring(blank + 1));
            } catch (NumberFormatException e) {
                throw new BadInputException(
                        name + ":" + number + ": expected frames joined by \";\", a blank and a number, found \"" + line
                                + "\"; profile again",
                        e);
            }
            if (blank > 0 && value > 0) {
                stacks.add(new Stack(frames(line.substring(0, blank), objects, known), value));
            }
        }
        return stacks;
    }

    private static List<Frame> frames(String line, boolean objects, Map<String, Frame> known) {
        String[] parts = line.split(";", -1);
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            boolean object = objects && i == parts.length - 1;
            String key = object ? "object " + parts[i] : parts[i];
            String part = parts[i];
            frames.add(known.computeIfAbsent(key, unused -> Frame.parse(part, object)));
        }
        return frames;
    }
}
