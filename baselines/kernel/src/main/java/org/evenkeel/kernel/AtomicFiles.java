package org.evenkeel.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes files under a temporary name in the same folder and moves them into place, so that somebody who looks after a
 * kill finds either the old file or the new one.
 */
public final class AtomicFiles {

    private AtomicFiles() {}

    /**
     * Replaces the content of {@code file}, creating its folder where needed.
     *
     * @throws BadInputException when the file cannot be written; the old content is then still there
     */
    public static void write(Path file, byte[] content) {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Path temporary = folder.resolve(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.createDirectories(folder);
            // Never through a link that somebody else has laid there.
            Files.deleteIfExists(temporary);
            Files.createFile(temporary);
            writeAlone(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw new BadInputException("cannot write " + file + ": " + reason(e) + "; choose another folder", e);
        }
    }

    /** Until it is whole a file is nobody else's, whatever the umask; then it has the mode that the umask gave it. */
    private static void writeAlone(Path temporary, byte[] content) throws IOException {
        @Nullable PosixFileAttributeView view = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (view == null) {
            Files.write(temporary, content);
            return;
        }
        Set<PosixFilePermission> usual = view.readAttributes().permissions();
        view.setPermissions(OwnFiles.OWNER_ONLY);
        Files.write(temporary, content);
        view.setPermissions(usual);
    }

    /** The same for text, as UTF-8. */
    public static void write(Path file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes sure before long work that its result can be written.
     *
     * @throws BadInputException when no file can be created in {@code folder}
     */
    public static void requireWritable(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".", ".tmp"));
        } catch (IOException e) {
            throw new BadInputException(
                    "cannot write into " + folder + ": " + reason(e) + "; choose another folder", e);
        }
    }

    /** What went wrong, in words: the exceptions of {@code java.nio.file} carry a bare path as their message. */
    public static String reason(IOException e) {
        if (e instanceof java.nio.file.NoSuchFileException) {
            return "it does not exist";
        }
        if (e instanceof java.nio.file.AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof java.nio.file.FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        if (e instanceof java.nio.file.FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
