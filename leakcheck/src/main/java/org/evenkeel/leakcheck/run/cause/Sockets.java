package org.evenkeel.leakcheck.run.cause;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who is at the two ends of a process's sockets, from the kernel's tables. */
final class Sockets {

    private static final List<String> TABLES = List.of("tcp", "tcp6", "udp", "udp6");
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int INODE = 9;
    private static final int HEX = 16;
    private static final int WORD_BYTES = 4;

    private Sockets() {}

    /** Protocol, own and other end by inode; empty on systems without such tables. */
    static Map<Long, String> byInode(long pid) {
        Map<Long, String> ends = new HashMap<>();
        for (String table : TABLES) {
            rows(Path.of("/proc", Long.toString(pid), "net", table)).forEach(row -> add(table, row, ends));
        }
        return ends;
    }

    private static List<String> rows(Path table) {
        try (Stream<String> lines = Files.lines(table)) {
            return lines.skip(1).toList();
        } catch (IOException e) {
            return List.of(); // This system, or this process by now, has no such table.
        }
    }

    private static void add(String table, String line, Map<Long, String> ends) {
        String[] columns = line.strip().split("\\s+", -1);
        if (columns.length > INODE) {
            ends.put(
                    Long.parseLong(columns[INODE]),
                    table.replace("6", "") + " " + end(columns[LOCAL]) + " -> " + end(columns[REMOTE]));
        }
    }

    /** Address and port, such as {@code 0100007F:1F90}: words of the address have the machine's byte order. */
    static String end(String hex) {
        int colon = hex.indexOf(':');
        byte[] words = HexFormat.of().parseHex(hex.substring(0, colon));
        byte[] address = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            int word = i / WORD_BYTES * WORD_BYTES;
            address[i] = words[word + WORD_BYTES - 1 - (i - word)];
        }
        try {
            return InetAddress.getByAddress(address).getHostAddress() + ":"
                    + Integer.parseInt(hex.substring(colon + 1), HEX);
        } catch (UnknownHostException e) {
            return hex;
        }
    }
}
