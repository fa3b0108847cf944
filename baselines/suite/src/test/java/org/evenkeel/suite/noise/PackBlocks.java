package org.evenkeel.suite.noise;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Packs the blocks that {@code scripts/ab} recorded into one file for {@code data/blocks}: {@code PackBlocks RUN FILE.jsonl.gz}. */
public final class PackBlocks {

    private static final Pattern LINE = Pattern.compile("first=(\\w+) millis=(\\d+) others=([\\d.]+)");

    private PackBlocks() {}

    /** Packs them. */
    public static void main(String[] args) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<Path> blocks;
        try (Stream<Path> files = Files.list(Path.of(args[0], "parts"))) {
            blocks = files.filter(file -> file.toString().endsWith(".block"))
                    .sorted()
                    .toList();
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(args[1])))) {
            for (Path block : blocks) {
                Matcher line = LINE.matcher(Files.readString(block).strip());
                if (!line.matches()) {
                    throw new IOException(block + " is no block");
                }
                String name = String.valueOf(block.getFileName()).replaceFirst("\\.block$", "");
                ObjectNode packed = mapper.createObjectNode();
                packed.put("name", name);
                packed.put("first", line.group(1));
                packed.put("millis", Long.parseLong(line.group(2)));
                packed.put("others", Double.parseDouble(line.group(3)));
                packed.set(
                        "base",
                        mapper.readTree(
                                block.resolveSibling(name + "-base.json").toFile()));
                packed.set(
                        "current",
                        mapper.readTree(
                                block.resolveSibling(name + "-current.json").toFile()));
                out.write((mapper.writeValueAsString(packed) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
