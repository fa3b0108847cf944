package org.evenkeel.leakcheck.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version and the commit of what runs, as its build wrote them down, and the Java that it runs on. */
public final class ProductVersion implements IVersionProvider {

    private static final String FILE = "version.properties";

    @Override
    public String[] getVersion() {
        Properties built = new Properties();
        try (@Nullable InputStream in = ProductVersion.class.getResourceAsStream(FILE)) {
            if (in != null) {
                built.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String[] {
            "evenkeel " + known(built, "version") + " (commit " + known(built, "commit") + ")",
            "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.home")
        };
    }

    /** Sources without a repository around them have no commit, and the build then leaves the place of it as it is. */
    private static String known(Properties built, String key) {
        String value = built.getProperty(key, "");
        return value.isEmpty() || value.startsWith("${") ? "unknown" : value;
    }
}
