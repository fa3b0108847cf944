package org.evenkeel.baselines.report.parts;

import java.util.regex.Pattern;

/**
 * A flame graph or another profile of the run, as a file beside the report.
 *
 * @param title what was profiled, and how
 * @param file its path from the report's folder, with forward slashes; it stays inside that folder
 */
public record ProfileLink(String title, String file) {

    /** No scheme, no root, no way up: a link must not become a script or leave the folder that is sent. */
    private static final Pattern INSIDE = Pattern.compile("(?!/)(?!.*(^|/)\\.\\.(/|$))[^:\\\\]+");

    public ProfileLink {
        if (!INSIDE.matcher(file).matches()) {
            throw new IllegalArgumentException("expected a path inside of the report's folder, found " + file);
        }
    }
}
