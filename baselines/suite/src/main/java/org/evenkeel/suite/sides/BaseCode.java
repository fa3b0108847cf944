package org.evenkeel.suite.sides;

import java.nio.file.Path;
import java.util.List;

/** The code that a baseline stands for, as far as it can be had. */
public sealed interface BaseCode {

    /**
     * It can be run.
     *
     * @param classPath what its JVMs have on their class path
     * @param words what it is, for people
     */
    record Found(List<Path> classPath, String words) implements BaseCode {
        public Found {
            classPath = List.copyOf(classPath);
        }
    }

    /**
     * It cannot be had.
     *
     * @param why what is missing, and what to do about it
     */
    record Missing(String why) implements BaseCode {}
}
