package org.evenkeel.suite.nightly.stored;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * The ids of imported nights: they are made of what a night is, so that it has the same one wherever its file lies, and
 * whatever was dropped before it.
 */
final class NightId {

    private static final String PREFIX = "import:";

    /** What the id of a file has in it that gives no date. */
    static final String BY_NAME = PREFIX + "named:";

    /** Until it is known. */
    static final String UNKNOWN = PREFIX + "?";

    private static final int LETTERS = 32;

    private NightId() {}

    /** The id of a night by its date, its commit and its results. */
    static String of(String date, String commit, List<StoredNight.Result> results) {
        return PREFIX + hash(date + "\n" + commit + "\n" + text(results));
    }

    /** The id of a night of which nothing but the name of its file is known. */
    static String named(String file, List<StoredNight.Result> results) {
        return BY_NAME + file.replaceAll("\\s", "_") + ":" + hash(text(results));
    }

    /** The file whose name all that is known of a night is; the id itself of any other. */
    static String fileOf(String id) {
        return id.startsWith(BY_NAME) ? id.substring(BY_NAME.length(), id.lastIndexOf(':')) : id;
    }

    /** What tells one result from another. */
    static String content(List<StoredNight.Result> results) {
        return hash(text(results));
    }

    /** Whether a night came from another tool. */
    static boolean isImported(StoredNight night) {
        return night.id().startsWith(PREFIX);
    }

    /** The same for the same night however its id was made, as it was by place in earlier versions. */
    static String signature(StoredNight night) {
        return of(Long.toString(night.night().epochMillis()), night.night().commit(), night.results());
    }

    /** Sorted, as the order in a file means nothing. */
    private static String text(List<StoredNight.Result> results) {
        TreeSet<String> lines = new TreeSet<>();
        results.forEach(
                result -> lines.add(result.identity() + " " + result.metric().unit() + " " + result.forks()));
        return String.join("\n", lines);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
