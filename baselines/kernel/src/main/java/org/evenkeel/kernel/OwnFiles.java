package org.evenkeel.kernel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files that JVMs load: whoever can write them runs their code as this user, so they are nobody else's, whatever the umask. */
public final class OwnFiles {

    /** The mode of a file that is nobody else's. */
    static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private OwnFiles() {}

    /**
     * A new file in place of whatever has its name, never what a link of that name leads to.
     *
     * @return where its content goes
     */
    public static OutputStream create(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file);
        @Nullable PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(OWNER_ONLY);
        }
        return Files.newOutputStream(file);
    }
}
