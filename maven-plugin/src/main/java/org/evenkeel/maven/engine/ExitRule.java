package org.evenkeel.maven.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an exit status means for a build.
 *
 * @param failing the statuses that fail it
 */
public record ExitRule(List<Integer> failing) {

    /** What {@code evenkeel} can end with. */
    private static final List<Integer> WORST_FIRST = List.of(2, 1, 4, 3, 0);

    public ExitRule {
        failing = List.copyOf(failing);
    }

    /**
     * From its configuration.
     *
     * @param text statuses, such as {@code 1,2,4}
     * @throws IllegalArgumentException when it is something else
     */
    public static ExitRule parse(String text) {
        List<Integer> failing = new ArrayList<>();
        for (String status : text.split(",", -1)) {
            if (!status.strip().matches("[1-4]")) {
                throw new IllegalArgumentException(
                        "failOn: expected exit statuses out of 1, 2, 3 and 4 with commas between,"
                                + " such as 1,2,4, found \"" + text + "\"");
            }
            failing.add(Integer.valueOf(status.strip()));
        }
        return new ExitRule(failing);
    }

    /** The worst of two statuses; one that no command ends with, as of a killed process, is the worst of all. */
    public static int worst(int one, int other) {
        return WORST_FIRST.indexOf(one) <= WORST_FIRST.indexOf(other) ? one : other;
    }

    /** Why the build fails; empty where it does not. */
    public Optional<String> failure(int status) {
        boolean unknown = !WORST_FIRST.contains(status);
        return unknown || failing.contains(status)
                ? Optional.of(words(status) + " (exit status " + status + ")")
                : Optional.empty();
    }

    /** A status in words. */
    public static String words(int status) {
        return switch (status) {
            case 0 -> "nothing wrong was found";
            case 1 -> "something got worse: slower, more allocation, a leak or a broken invariant";
            case 2 -> "it could not be measured; the lines above say why";
            case 3 -> "there was nothing to compare with";
            case 4 -> "inconclusive: the time was too short, or the machine too noisy";
            default -> "the engine ended unexpectedly";
        };
    }
}
