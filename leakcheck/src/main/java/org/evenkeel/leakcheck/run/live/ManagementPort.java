package org.evenkeel.leakcheck.run.live;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.evenkeel.leakcheck.run.AttachSocket;
import org.evenkeel.leakcheck.run.CheckFolder;

/**
 * The way to the management beans of a JVM of this machine. Where the JVM has none yet it is made to open a port: at the loopback
 * address alone, for whoever knows a password that is made for this one use, and until it is closed.
 *
 * <p>The JDK's own way ({@code startLocalManagementAgent}) listens at all addresses, though it turns others away, and goes on
 * until the process ends. It is taken where there is no other: where the JVM has a port of its own, or lives in a container.
 */
@SuppressWarnings("BanJNDI") // The address is this machine's own.
final class ManagementPort implements AutoCloseable {

    private static final String OPEN_ALREADY = "com.sun.management.jmxremote.localConnectorAddress";
    private static final String USER = "watch";
    private static final int PASSWORD_BYTES = 16;
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(3);

    private final String address;
    private final Map<String, ?> credentials;
    private final Runnable closing;

    private ManagementPort(String address, Map<String, ?> credentials, Runnable closing) {
        this.address = address;
        this.credentials = credentials;
        this.closing = closing;
    }

    /** A port that somebody else has opened. */
    static ManagementPort at(String address) {
        return new ManagementPort(address, Map.of(), () -> {});
    }

    /**
     * That of a JVM, which opens one if it has none.
     *
     * @param say is told of what is opened, and of what stays open
     */
    static ManagementPort of(VirtualMachine jvm, long pid, Consumer<String> say) throws IOException {
        String open = jvm.getAgentProperties().getProperty(OPEN_ALREADY);
        if (open != null) {
            return at(open);
        }
        try {
            return opened(jvm, pid, say);
        } catch (IOException | UnsupportedOperationException e) {
            ManagementPort port = at(jvm.startLocalManagementAgent());
            say.accept("Process " + pid
                    + " has opened a management port that lets in this machine alone, and keeps it until"
                    + " it ends; one that is closed at the end could not be had (" + LiveJvm.firstLine(e) + ")");
            return port;
        }
    }

    private static ManagementPort opened(VirtualMachine jvm, long pid, Consumer<String> say) throws IOException {
        int owner = (Integer) Objects.requireNonNull(Files.getAttribute(Path.of("/proc/" + pid), "unix:uid"));
        AttachSocket socket = AttachSocket.ofProcess(pid, owner);
        int port = freePort();
        if (!socket.isThere() || !LoopbackSockets.leadTo(port)) {
            throw new IOException("this JVM has sockets for RMI of its own, or that one is in a container");
        }
        CheckFolder folder = CheckFolder.create();
        try {
            byte[] secret = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(secret);
            String password = HexFormat.of().formatHex(secret);
            Properties where = new Properties();
            where.setProperty(
                    "com.sun.management.config.file",
                    configuration(folder.path(), port, password, owner).toString());
            jvm.startManagementAgent(where);
            say.accept("Process " + pid + " has opened a management port for this watch, " + LoopbackSockets.ADDRESS
                    + ":" + port + ", which is closed at its end");
            return new ManagementPort(
                    "service:jmx:rmi:///jndi/rmi://" + LoopbackSockets.ADDRESS + ":" + port + "/jmxrmi",
                    Map.of(JMXConnector.CREDENTIALS, new String[] {USER, password}),
                    () -> close(socket, pid, port, folder, say));
        } catch (IOException | RuntimeException e) {
            LoopbackSockets.leave(port);
            folder.close();
            throw e;
        }
    }

    /** As {@code management.properties} of a JDK; the process has to be able to read it, and nobody else. */
    private static Path configuration(Path folder, int port, String password, int owner) throws IOException {
        String common = "com.sun.management.jmxremote.";
        Path passwords = secret(folder.resolve("passwords"), USER + " " + password);
        Path access = secret(folder.resolve("access"), USER + " readwrite");
        Path configuration = secret(
                folder.resolve("management.properties"),
                String.join(
                        "\n",
                        common + "host=" + LoopbackSockets.ADDRESS,
                        common + "port=" + port,
                        common + "rmi.port=" + port,
                        common + "ssl=false",
                        common + "registry.ssl=false",
                        common + "authenticate=true",
                        common + "password.file=" + passwords,
                        common + "password.toHashes=false",
                        common + "access.file=" + access));
        for (Path file : List.of(passwords, access, configuration, folder)) {
            Files.setAttribute(file, "unix:uid", owner);
        }
        return configuration;
    }

    private static Path secret(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text + "\n", StandardCharsets.ISO_8859_1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, LoopbackSockets.address())) {
            return free.getLocalPort();
        }
    }

    private static void close(AttachSocket socket, long pid, int port, CheckFolder folder, Consumer<String> say) {
        try (folder) {
            LoopbackSockets.leave(port);
            socket.run("ManagementAgent.stop", CLOSES_WITHIN);
        } catch (IOException e) {
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
                say.accept(
                        "Process " + pid + " did not close its management port " + LoopbackSockets.ADDRESS + ":" + port
                                + " (" + LiveJvm.firstLine(e) + "); jcmd " + pid
                                + " ManagementAgent.stop closes it once the process answers");
            }
        }
    }

    /** Connects to it. */
    JMXConnector connect() throws IOException {
        return JMXConnectorFactory.connect(new JMXServiceURL(address), credentials);
    }

    @Override
    public void close() {
        closing.run();
    }
}
