package org.evenkeel.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of files and folders that live no longer than the process that makes them. What a kill has left behind can be told by its
 * name, and cleared by whoever comes next; what another process works on at this moment, here or on another machine, is left alone.
 */
public final class Leftovers {

    /** A number of a process means something on one machine, and in one container of it, only. */
    static final String MAKER = "\\d{1,18}-[0-9a-f]{8}";

    private static final Pattern MARK = Pattern.compile("\\.(" + MAKER + ")(\\.[a-z]+)?$");

    /** Of another machine, or of before this one was started anew: nothing that is at work is older. */
    private static final Duration OLD = Duration.ofHours(1);

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path NUMBERS = Path.of("/proc/self/ns/pid");

    private Leftovers() {}

    /** A name with the mark of this process at its end. */
    public static String marked(String name) {
        return name + "." + maker();
    }

    /** This process, told apart from those of other machines and containers. */
    static String maker() {
        return ProcessHandle.current().pid() + "-" + place();
    }

    /** Whether a process of this machine and container is gone; of others nothing is known. */
    static boolean isGone(String maker) {
        int dash = maker.indexOf('-');
        return isHere(maker)
                && ProcessHandle.of(Long.parseLong(maker.substring(0, dash))).isEmpty();
    }

    private static boolean isHere(String maker) {
        return maker.endsWith("-" + place());
    }

    /** Whether the process that made a file or folder under a marked name is gone. */
    public static boolean isOne(Path file, Instant now) throws IOException {
        Matcher mark = MARK.matcher(String.valueOf(file.getFileName()));
        if (mark.find() && isHere(mark.group(1))) {
            return isGone(mark.group(1));
        }
        return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                .toInstant()
                .isBefore(now.minus(OLD));
    }

    /** Tells machines, their starts and their containers apart; the same for all where the system does not tell. */
    private static String place() {
        try {
            return String.format(
                    Locale.ROOT, "%08x", (Files.readString(BOOT).strip() + Files.readSymbolicLink(NUMBERS)).hashCode());
        } catch (IOException | UnsupportedOperationException notTold) {
            return "unknown!";
        }
    }
}
