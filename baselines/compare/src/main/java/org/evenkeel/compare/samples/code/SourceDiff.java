package org.evenkeel.compare.samples.code;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that differ, as {@code git diff --unified=0} tells them.
 *
 * @param lines the numbers of the lines as they are now, by file; where lines are gone, the one before them
 */
public record SourceDiff(SortedMap<String, SortedSet<Integer>> lines) {

    /** Nothing is known of sources. */
    public static final SourceDiff NONE = new SourceDiff(new TreeMap<>());

    private static final String FILE_NOW = "+++ b/";
    private static final Pattern HUNK = Pattern.compile("@@ -\\d+(?:,\\d+)? \\+(\\d+)(?:,(\\d+))? @@.*");

    /** A generated file of millions of lines is no edit that somebody looks for. */
    private static final int MOST_LINES_OF_A_HUNK = 100_000;

    public SourceDiff {
        lines = new TreeMap<>(lines);
    }

    /** Reads a diff; what is no diff has no lines. */
    public static SourceDiff parse(String text) {
        SortedMap<String, SortedSet<Integer>> all = new TreeMap<>();
        SortedSet<Integer> file = new TreeSet<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("diff --git ")) {
                file = new TreeSet<>();
            } else if (line.startsWith(FILE_NOW)) {
                file = all.computeIfAbsent(line.substring(FILE_NOW.length()).strip(), absent -> new TreeSet<>());
            } else {
                addHunk(line, file);
            }
        }
        return new SourceDiff(all);
    }

    private static void addHunk(String line, SortedSet<Integer> file) {
        Matcher hunk = HUNK.matcher(line);
        if (hunk.matches()
                && hunk.group(1).length() < 9
                && (hunk.group(2) == null || hunk.group(2).length() < 9)) {
            int first = Integer.parseInt(hunk.group(1));
            int count = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
            for (int i = 0; i < Math.min(MOST_LINES_OF_A_HUNK, Math.max(1, count)); i++) {
                file.add(first + i);
            }
        }
    }

    private static boolean endsWith(String path, String end) {
        return ("/" + path).endsWith("/" + end);
    }

    /**
     * The lines of the one file that ends with a path, or with which it ends, as sources need not lie in the folders of their
     * package; empty where there is none, or more than one.
     */
    Optional<SortedSet<Integer>> linesOf(String sourcePath) {
        var found = lines.entrySet().stream()
                .filter(file -> endsWith(file.getKey(), sourcePath) || endsWith(sourcePath, file.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
