package org.evenkeel.hotpaths.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Leaks file descriptors: one empty temporary file, opened again and again. Each also takes a few hundred bytes of heap. */
final class DescriptorLeak implements Leak {

    private final Path file;
    private final Chain<FileChannel> held = new Chain<>();

    DescriptorLeak() throws IOException {
        file = Files.createTempFile("planted", ".leak");
    }

    @Override
    public void hold() throws IOException {
        held.add(FileChannel.open(file, StandardOpenOption.READ));
    }

    @Override
    public void close() {
        held.drain(channel -> {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close a leaked channel of " + file, e);
            }
        });
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file + "; delete it by hand", e);
        }
    }
}
