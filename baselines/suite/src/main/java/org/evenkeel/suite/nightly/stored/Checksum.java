package org.evenkeel.suite.nightly.stored;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The checksum that ends a night and stands in each declaration: CRC-32, in hexadecimal digits. */
final class Checksum {

    private Checksum() {}

    static String of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    /** Of a part of a text. */
    static String of(byte[] text, int from, int to) {
        CRC32 checksum = new CRC32();
        checksum.update(text, from, to - from);
        return Long.toHexString(checksum.getValue());
    }
}
