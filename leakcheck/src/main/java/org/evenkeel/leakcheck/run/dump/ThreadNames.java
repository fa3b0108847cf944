package org.evenkeel.leakcheck.run.dump;

import java.util.regex.Pattern;

/** Makes the names of threads of one pool alike, so that they are counted as one. */
final class ThreadNames {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private ThreadNames() {}

    static String alike(String name) {
        return NUMBER.matcher(name).replaceAll("*");
    }
}
