package org.evenkeel.suite.shards.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;

/** What code a shard measured: the commit where git knows it and the tree is clean, else the bytes of the class path. */
public final class CodeId {

    private CodeId() {}

    /** The name of the code. */
    public static String of(Environment environment, List<Path> classPath) {
        String commit = environment.context().getOrDefault("commit", "");
        boolean isClean =
                !environment.context().getOrDefault("commit.dirty", "false").equals("true");
        return !commit.isEmpty() && isClean ? "commit " + commit : "class path " + hash(classPath);
    }

    private static String hash(List<Path> classPath) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path entry : classPath) {
                try (Stream<Path> files = Files.walk(entry)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (IOException e) {
            throw new BadInputException("the class path cannot be read: " + AtomicFiles.reason(e), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
