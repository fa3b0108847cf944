package org.evenkeel.compare.samples;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A system property that was given to a JVM, such as {@code -Dpool.size=8}. */
final class PropertyFlag {

    private static final String START = "-D";

    /** Of our own tools, of JMH and of builds, and what the JVM is told of where it is. */
    private static final Pattern WITHOUT_EFFECT = Pattern.compile(
            "(evenkeel|jmh|maven|surefire|sun\\.boot|com\\.sun\\.management)\\..*|user\\.(dir|home|name)|sun\\.java\\.command.*");

    /** What a name ends with whose value is a place, a moment, one thing of many, or nobody's business. */
    private static final Set<String> PLACES_AND_NUMBERS_OF_THINGS = Set.of(
            "path",
            "dir",
            "directory",
            "folder",
            "file",
            "home",
            "tmpdir",
            "basedir",
            "url",
            "uri",
            "host",
            "hostname",
            "port",
            "id",
            "uuid",
            "guid",
            "pid",
            "commit",
            "sha",
            "revision",
            "branch",
            "build",
            "seed",
            "date",
            "timestamp",
            "password",
            "pass",
            "pwd",
            "key",
            "passwd",
            "passphrase",
            "secret",
            "token",
            "credential",
            "credentials");

    /** What has a name, a number or a version that says nothing of how it runs. */
    private static final Set<String> THINGS = Set.of(
            "app",
            "application",
            "artifact",
            "build",
            "computer",
            "instance",
            "job",
            "machine",
            "node",
            "pipeline",
            "project",
            "release",
            "run",
            "service");

    private static final Set<String> LABELS = Set.of("name", "number", "version");

    private static final Pattern SWITCH = Pattern.compile("|true|false|yes|no|on|off", Pattern.CASE_INSENSITIVE);

    /** A date, a UUID, a hash of a commit, an address, or the version of a release. */
    private static final Pattern NAME_OF_A_THING =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}"
                    + "|(?=.*\\d)(?=.*[a-f])[0-9a-f]{7,40}|\\d+(\\.\\d+){3}(:\\d+)?|.*-SNAPSHOT");

    private PropertyFlag() {}

    static boolean is(String argument) {
        return argument.startsWith(START);
    }

    /**
     * Whether times may depend on it. They may on any that is not known to say where something is, when or by whom it was started, or which
     * of many it is: known by the whole last word of its name, so that {@code db.autocommit} is no commit and {@code pool.transport} no port.
     */
    static boolean matters(String argument) {
        int equals = argument.indexOf('=');
        String name = argument.substring(START.length(), equals < 0 ? argument.length() : equals);
        String value = equals < 0 ? "" : argument.substring(equals + 1);
        if (WITHOUT_EFFECT.matcher(name).matches() || value.indexOf('/') >= 0 || value.indexOf('\\') >= 0) {
            return false;
        }
        return SWITCH.matcher(value).matches()
                || !(endsLikeAThing(name) || NAME_OF_A_THING.matcher(value).matches());
    }

    private static boolean endsLikeAThing(String name) {
        List<String> words = Arrays.stream(name.split("[._-]|(?<=[\\p{Ll}\\d])(?=\\p{Lu})"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        boolean isOfAThing = words.size() == 1 || THINGS.contains(words.get(words.size() - 2));
        return PLACES_AND_NUMBERS_OF_THINGS.contains(last) || (LABELS.contains(last) && isOfAThing);
    }
}
