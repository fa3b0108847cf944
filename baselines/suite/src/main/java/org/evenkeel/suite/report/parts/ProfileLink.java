package org.evenkeel.suite.report.parts;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A flame graph or another profile of the run, as a file beside the report.
 *
 * @param title what was profiled, and how
 * @param file its path from the report's folder, with forward slashes; it stays inside that folder
 */
public record ProfileLink(String title, String file) {

    /** No root and no way up: a link must not leave the folder that is sent. */
    private static final Pattern INSIDE = Pattern.compile("(?s)(?!/)(?!.*(^|/)\\.\\.(/|$)).+");

    /** What a link may hold as it is; anything else, such as the colon of a scheme, is written in percent. */
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    public ProfileLink {
        if (!INSIDE.matcher(file).matches()) {
            throw new IllegalArgumentException("expected a path inside of the report's folder, found " + file);
        }
    }

    /** The address of the file, seen from the report. */
    public String href() {
        StringBuilder address = new StringBuilder();
        for (byte one : file.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(one) >= 0) {
                address.append((char) one);
            } else {
                address.append(String.format(Locale.ROOT, "%%%02X", one));
            }
        }
        return address.toString();
    }
}
