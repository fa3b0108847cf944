package org.evenkeel.leakcheck.specimens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that prints by how many bytes its process grew while a specimen made so many operations. */
final class ResidentGrowth {
    private static final int PAGE_BYTES = 4_096;

    private ResidentGrowth() {}

    public static void main(String[] args) throws Exception {
        long operations = Long.parseLong(args[1]);
        try (Callers callers = new Callers(Class.forName(args[0]), 1)) {
            callers.run(operations / 4);
            long before = residentBytes();
            callers.run(operations);
            System.out.println(residentBytes() - before);
        }
    }

    private static long residentBytes() throws IOException {
        // Pages in all, and then pages resident.
        return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ", 3)[1]) * PAGE_BYTES;
    }
}
