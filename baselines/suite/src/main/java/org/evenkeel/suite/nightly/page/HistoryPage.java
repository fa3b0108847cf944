package org.evenkeel.suite.nightly.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Night;
import org.evenkeel.suite.nightly.verdict.HistoryVerdict;

/**
 * Renders the page. Names from outside come in by the template engine, which escapes them, or by the block of data, which has
 * no {@code <} and which the script turns into text nodes only; the policy lets a browser run that script and nothing else.
 */
public final class HistoryPage {

    private static final String CSS = text("history.css");
    private static final String SCRIPT = text("history.js");
    private static final String POLICY = "default-src 'none'; script-src " + hash(SCRIPT) + "; style-src " + hash(CSS)
            + "; base-uri 'none'; form-action 'none'";
    private static final Template TEMPLATE =
            Mustache.compiler().escapeHTML(true).compile(text("history.html"));

    private HistoryPage() {}

    /**
     * The whole page.
     *
     * @param history at least one night
     * @param verdict on this history
     */
    public static String render(History history, HistoryVerdict verdict) {
        List<Night> nights = history.nights();
        Night last = nights.get(nights.size() - 1);
        return TEMPLATE.execute(Map.ofEntries(
                Map.entry("policy", POLICY),
                Map.entry("css", CSS),
                Map.entry("script", SCRIPT),
                Map.entry("nights", nights.size()),
                Map.entry("series", history.lives().size()),
                Map.entry("first", day(nights.get(0))),
                Map.entry("last", day(last)),
                Map.entry("machine", last.environment().getOrDefault("cpu.model", "")),
                Map.entry("alarms", verdict.alarms().size()),
                Map.entry("changes", verdict.changes().size()),
                Map.entry("gone", verdict.gone().size()),
                Map.entry("data", HistoryData.of(history, verdict))));
    }

    private static String day(Night night) {
        return Instant.ofEpochMilli(night.epochMillis()).toString().substring(0, 10);
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(
                HistoryPage.class.getResourceAsStream(name), name + " is missing from the jar")) {
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
