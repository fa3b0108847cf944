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
public final class PageAssets {

    /** Where the build puts the chart library, with its licence beside it. */
    private static final String LIBRARY = "echarts/echarts.common.min.js";

    private static final List<String> SCRIPTS =
            List.of("js/page.js", "js/charts.js", "js/detail.js", "js/table.js", "js/sections.js");

    /** The version of the chart library, as the build names it. */
    public static final String LIBRARY_VERSION = text("echarts/version").strip();

    /** The style of every page. */
    public static final String CSS = text("report.css");
    /** The chart library. */
    public static final String LIBRARY_SCRIPT = text(LIBRARY);

    static final String SCRIPT = script(SCRIPTS.stream().map(PageAssets::text).toList());
    static final String POLICY = policy(SCRIPT);

    private PageAssets() {}

    /** One script of several that see each other and nobody else. */
    public static String script(List<String> parts) {
        return parts.stream().collect(Collectors.joining("\n", "'use strict';\n(() => {\n", "})();\n"));
    }

    /** What a page with this script lets a browser run. */
    public static String policy(String script) {
        return "default-src 'none'; script-src " + hash(LIBRARY_SCRIPT) + " " + hash(script) + "; style-src "
                + hash(CSS) + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    /** A resource beside this class; line ends are those that a browser sees, as it hashes what it sees. */
    public static String text(String name) {
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
