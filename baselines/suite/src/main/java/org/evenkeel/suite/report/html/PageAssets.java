package org.evenkeel.suite.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What every page carries: its style, the chart library and its own script, and the policy that lets a browser run these
 * and nothing else.
 *
 * <p>A name from outside that found a way into the markup would still not run: it is none of the scripts whose hashes the
 * policy lists, and the page may fetch nothing.
 */
final class PageAssets {

    /** Where the build puts the chart library, with its licence beside it. */
    private static final String LIBRARY = "echarts/echarts.common.min.js";

    private static final List<String> SCRIPTS =
            List.of("js/page.js", "js/charts.js", "js/detail.js", "js/table.js", "js/sections.js");

    /** The version of the chart library, as the build names it. */
    static final String LIBRARY_VERSION = text("echarts/version").strip();

    static final String CSS = text("report.css");
    static final String LIBRARY_SCRIPT = text(LIBRARY);
    static final String SCRIPT = SCRIPTS.stream()
            .map(PageAssets::text)
            .collect(Collectors.joining("\n", "'use strict';\n(() => {\n", "})();\n"));
    static final String POLICY = "default-src 'none'; script-src " + hash(LIBRARY_SCRIPT) + " " + hash(SCRIPT)
            + "; style-src " + hash(CSS) + "; img-src data:; base-uri 'none'; form-action 'none'";

    private PageAssets() {}

    /** A resource beside this class; line ends are those that a browser sees, as it hashes what it sees. */
    static String text(String name) {
        try (InputStream in =
                Objects.requireNonNull(PageAssets.class.getResourceAsStream(name), name + " is missing from the jar")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
