package org.evenkeel.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the parts of a run.
 *
 * @param index from 0, below {@code count}, as Kubernetes and Slurm count
 * @param count how many there are, at least 1
 */
public record Shard(int index, int count) {

    /** More shards than anybody has machines for; a larger number is a typing error. */
    public static final int MOST = 10_000;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    public Shard {
        if (count < 1 || count > MOST) {
            throw new BadInputException("--shard: expected 1 to " + MOST + " shards, found " + count);
        }
        if (index < 0 || index >= count) {
            throw new BadInputException("--shard: expected an index from 0 to " + (count - 1) + " of " + count
                    + " shards, found " + index + "; the first is 0/" + count);
        }
    }

    /**
     * Reads {@code I/N}.
     *
     * @throws BadInputException when it is something else
     */
    static Shard parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) {
            throw new BadInputException(
                    "--shard: expected I/N with I from 0, such as 0/4 for the first of four, or auto," + " found \""
                            + text + '"');
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
