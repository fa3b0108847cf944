package org.evenkeel.leakcheck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachSocketTest {

    private static final int SOMEBODY_ELSE = 65_534;

    @Test
    void run_socketOfAnotherUser_isRefusedBeforeTheFirstByte(@TempDir Path folder) throws Exception {
        Path socket = folder.resolve(".java_pid1");
        try (ServerSocketChannel attacker = listen(socket, "rw-------")) {
            assumeTrue(canGiveAway(socket), "only root can give a file to another user");

            assertThatThrownBy(() -> new AttachSocket(socket).run("GC.class_histogram"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("owner " + SOMEBODY_ELSE);
            attacker.configureBlocking(false);
            assertThatThrownBy(() -> attacker.accept().close()).isInstanceOf(NullPointerException.class);
        }
    }

    @Test
    void run_socketThatOthersMayUse_isRefused(@TempDir Path folder) throws Exception {
        Path socket = folder.resolve(".java_pid1");
        try (ServerSocketChannel listener = listen(socket, "rw-rw-rw-")) {
            assertThat(listener.isOpen()).isTrue();
            assertThatThrownBy(() -> new AttachSocket(socket).run("GC.class_histogram"))
                    .hasMessageContaining("mode 140666");
        }
    }

    @Test
    void run_noSocketButAFile_isRefused(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(
                folder.resolve(".java_pid1"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));

        assertThatThrownBy(() -> new AttachSocket(file).run("GC.class_histogram"))
                .hasMessageContaining("is not a socket of this user alone");
    }

    @Test
    void run_jvmThatIsStopped_endsInTime(@TempDir Path folder) throws Exception {
        Path socket = folder.resolve(".java_pid1");
        try (ServerSocketChannel stopped = listen(socket, "rw-------")) {
            assertThat(stopped.isOpen()).isTrue();
            assertThatThrownBy(() -> new AttachSocket(socket).run("Thread.print", Duration.ofSeconds(1)))
                    .hasMessage("Thread.print was not answered within 1 s");
        }
    }

    @Test
    void classHistogram_jvmThatKnowsNoParallelCount_isAskedWithout(@TempDir Path folder) throws Exception {
        Path socket = folder.resolve(".java_pid1");
        try (ServerSocketChannel jvm = listen(socket, "rw-------")) {
            List<String> asked = Collections.synchronizedList(new ArrayList<>());
            Thread answering = new Thread(() -> {
                answer(jvm, asked, "1\nUnknown argument '-parallel'");
                answer(jvm, asked, "0\nfirst");
                answer(jvm, asked, "0\nsecond");
            });
            answering.start();
            AttachSocket attached = new AttachSocket(socket);

            assertThat(attached.classHistogram()).isEqualTo("first");
            assertThat(attached.classHistogram()).isEqualTo("second");
            answering.join();
            assertThat(asked).hasSize(3);
            assertThat(asked.get(0)).contains("GC.class_histogram -parallel=");
            assertThat(asked.subList(1, 3)).allMatch(words -> words.contains("\0GC.class_histogram\0"));
        }
    }

    private static void answer(ServerSocketChannel jvm, List<String> asked, String text) {
        try (SocketChannel caller = jvm.accept()) {
            ByteBuffer words = ByteBuffer.allocate(1 << 10);
            caller.read(words);
            asked.add(new String(words.array(), 0, words.position(), StandardCharsets.UTF_8));
            caller.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocketChannel listen(Path socket, String permissions) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(UnixDomainSocketAddress.of(socket));
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString(permissions));
        return channel;
    }

    private static boolean canGiveAway(Path socket) {
        try {
            Files.setAttribute(socket, "unix:uid", SOMEBODY_ELSE);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
