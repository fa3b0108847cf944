package org.evenkeel.suite.sides;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Leftovers;

/**
 * The jars that baselines were measured with, each under the SHA-256 of its bytes, beside the sessions that one machine
 * recorded for itself. With them a later check can measure the old code again, in turn with the new.
 *
 * @param folder need not exist yet
 */
public record KeptCode(Path folder) {

    private static final String JAR = ".jar";

    /** What a file here is called while it is written. */
    private static final String UNFINISHED = ".tmp";

    /**
     * Keeps what a JVM had on its class path; does nothing where it is kept already.
     *
     * @param entry a jar, or a folder of classes, which is kept as a jar
     * @return the SHA-256 under which it is kept
     */
    public String keep(Path entry) {
        try {
            Files.createDirectories(folder);
            Path copy = folder.resolve(Leftovers.marked("." + System.nanoTime()) + UNFINISHED);
            try {
                if (Files.isDirectory(entry)) {
                    pack(entry, copy);
                } else {
                    Files.copy(entry, copy);
                }
                String hash = hash(copy);
                Files.move(copy, jar(hash), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return hash;
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new BadInputException(
                    "cannot keep " + entry + " in " + folder + ": " + AtomicFiles.reason(e)
                            + "; choose another --store",
                    e);
        }
    }

    /**
     * A jar that was kept.
     *
     * @throws BadInputException when it is gone, or not what it was
     */
    public Path find(String hash) {
        Path jar = jar(hash);
        try {
            if (!Files.isRegularFile(jar)) {
                throw new BadInputException(jar + " is gone");
            }
            if (!hash(jar).equals(hash)) {
                throw new BadInputException(jar + " was altered: its SHA-256 is another");
            }
            return jar;
        } catch (IOException e) {
            throw new BadInputException(jar + " cannot be read: " + AtomicFiles.reason(e), e);
        }
    }

    /** Notes that a jar is what a commit builds. */
    public void built(String commit, String hash) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BadInputException("cannot write " + folder + ": " + AtomicFiles.reason(e), e);
        }
        AtomicFiles.write(note(commit), hash + "\n");
    }

    /** The jar that a commit built; empty where it was never built here, or its jar is gone or altered. */
    public Optional<Path> ofCommit(String commit) {
        try {
            return Files.isRegularFile(note(commit))
                    ? Optional.of(find(Files.readString(note(commit)).strip()))
                    : Optional.empty();
        } catch (IOException | BadInputException buildItAgain) {
            return Optional.empty();
        }
    }

    /**
     * Builds a commit in a work tree of its own and keeps its jar for the next time.
     *
     * @param what the commit, in words
     * @param log gets what the build prints
     * @throws BadInputException when it does not build
     */
    public Path build(Path repository, String commit, String what, JarBuild build, Path log)
            throws IOException, InterruptedException {
        try (GitTree tree = GitTree.checkOut(repository, commit)) {
            GitTree.build(what, tree.folder(), build.command(), log);
            Path jar = tree.folder().resolve(build.jar());
            if (!Files.isRegularFile(jar)) {
                throw new BadInputException(what + " built no " + build.jar() + "; see " + log);
            }
            String hash = keep(jar);
            built(commit, hash);
            return find(hash);
        }
    }

    /** Deletes the jars that no session needs, and what killed runs left; jars that commits built stay. */
    public void retain(Collection<String> needed) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            List<String> kept = new ArrayList<>(needed);
            for (Path file : all) {
                if (file.toString().endsWith(".commit")) {
                    kept.add(Files.readString(file).strip());
                }
            }
            for (Path file : all) {
                String name = String.valueOf(file.getFileName());
                boolean surplus = name.endsWith(JAR) && !kept.contains(name.substring(0, name.length() - JAR.length()));
                if (surplus || (name.endsWith(UNFINISHED) && Leftovers.isOne(file, Instant.now()))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            // What is left over costs room and nothing else.
        }
    }

    private Path jar(String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new BadInputException("expected the SHA-256 of a jar, found \"" + hash + "\"");
        }
        return folder.resolve(hash + JAR);
    }

    /** Another JDK may compile the same commit to other bytes. */
    private Path note(String commit) {
        return folder.resolve(commit + "-jdk" + Runtime.version().feature() + ".commit");
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** The same classes make the same bytes, whenever they are packed. */
    private static void pack(Path classes, Path jar) throws IOException {
        try (Stream<Path> files = Files.walk(classes);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                JarEntry entry =
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/'));
                entry.setTime(0);
                out.putNextEntry(entry);
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
