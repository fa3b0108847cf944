package org.evenkeel.suite.reach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names on a class path, and what a text can mean among them. */
final class Catalogue {

    static final String SERVICES = "/META-INF/services/";

    /** JMH reads it before it starts the measured JVM; the lines of one benchmark count for that benchmark alone. */
    static final String BENCHMARK_LIST = "/META-INF/BenchmarkList";

    /** The same, for what the compiler of the JVM is told. */
    static final String COMPILER_HINTS = "/META-INF/CompilerHints";

    /**
     * What is no part of a program, or is looked at elsewhere: the manifest, of which only what it tells the JVM counts,
     * and what build tools and other compilers leave for one another.
     */
    private static final Pattern NOT_FOLLOWED = Pattern.compile("/META-INF/("
            + "MANIFEST\\.MF|INDEX\\.LIST|BenchmarkList|CompilerHints|[^/]+\\.(SF|DSA|RSA|EC|kotlin_module)"
            + "|(maven|native-image|proguard|com\\.android\\.tools)/.*)");

    /** What ends the fixed part of a pattern. */
    private static final String WILD = "*?%{<>|\"' \t\r\n,;=";

    private final NavigableSet<String> names = new TreeSet<>();
    private final Map<String, String> canonicalNames = new HashMap<>();
    private final Map<String, List<String>> byLastPart = new HashMap<>();
    private final Map<String, List<String>> byPackage = new HashMap<>();
    private final Map<String, Map<String, String>> extensions = new HashMap<>();
    private final Set<String> rests = new HashSet<>();
    private final JdkServices jdkServices;

    Catalogue(ClassPath classPath) {
        Set<String> classes = classPath.classes();
        classPath.resources().stream()
                .map(Node::resource)
                .filter(node -> !NOT_FOLLOWED.matcher(node).matches())
                .forEach(names::add);
        names.addAll(classes);
        for (String node : names) {
            byLastPart
                    .computeIfAbsent(Node.lastPart(node), part -> new ArrayList<>())
                    .add(node);
            byPackage
                    .computeIfAbsent(Node.packageOf(node), name -> new ArrayList<>())
                    .add(node);
        }
        for (String name : classes) {
            if (name.indexOf('$') >= 0) {
                canonicalNames.putIfAbsent(name.replace('$', '.'), name);
            }
            for (int end = name.lastIndexOf('.') + 2; end < name.length(); end++) {
                // A nested class is named by the class around it anyway.
                if (name.charAt(end) != '$' && classes.contains(name.substring(0, end))) {
                    String rest = name.substring(end);
                    extensions
                            .computeIfAbsent(name.substring(0, end), base -> new HashMap<>())
                            .put(rest, name);
                    rests.add(rest);
                }
            }
        }
        jdkServices = new JdkServices(startingWith(SERVICES).stream()
                .map(node -> node.substring(SERVICES.length()))
                .toList());
    }

    boolean has(String node) {
        return names.contains(node);
    }

    /** Everything whose name starts like this. */
    Set<String> startingWith(String prefix) {
        return names.subSet(prefix, true, prefix + Character.MAX_VALUE, false);
    }

    /** Classes and resources of a package, without the packages below it. */
    Collection<String> inPackage(String name) {
        return byPackage.getOrDefault(name, List.of());
    }

    /** Classes and resources whose name within their package is this. */
    Collection<String> named(String lastPart) {
        return byLastPart.getOrDefault(lastPart, List.of());
    }

    /** Classes of the same package whose name goes on where that of a class ends, by what they add to it. */
    Map<String, String> extensions(String className) {
        return extensions.getOrDefault(className, Map.of());
    }

    /** Adds what the name of a type leads to. */
    void addType(String name, Set<String> targets) {
        if (names.contains(name)) {
            targets.add(name);
        }
        addService(name, targets);
        for (String type : jdkServices.loadedWith(name)) {
            targets.add(SERVICES + type);
        }
    }

    private void addService(String type, Set<String> targets) {
        if (names.contains(SERVICES + type)) {
            targets.add(SERVICES + type);
        }
    }

    /**
     * Adds what a text may name.
     *
     * @param home package of the class or resource that holds the text
     */
    void addText(String text, String home, Set<String> targets, Set<String> prefixes, Set<String> pieces) {
        String fixed = fixedPart(text);
        if (fixed.isEmpty()) {
            return;
        }
        if (fixed.indexOf('.') < 0 && fixed.indexOf('/') < 0) {
            if (byLastPart.containsKey(fixed) || rests.contains(fixed) || !Character.isLetterOrDigit(fixed.charAt(0))) {
                pieces.add(fixed);
            }
            addExact(fixed, home, targets);
            return;
        }
        boolean exact = addExact(fixed, home, targets);
        if (fixed.endsWith(".")) {
            exact |= addExact(fixed.substring(0, fixed.length() - 1), home, targets);
        }
        String last = fixed.substring(fixed.lastIndexOf('/') + 1);
        if (byLastPart.containsKey(last)) {
            pieces.add(last);
        }
        if (!exact) {
            addPrefix(fixed.replace('/', '.'), prefixes);
            addPrefix("/" + fixed, prefixes);
            addPrefix("/" + fixed.replace('.', '/'), prefixes);
        }
    }

    private boolean addExact(String name, String home, Set<String> targets) {
        int before = targets.size();
        String dotted = name.replace('/', '.');
        if (dotted.endsWith(".class")) {
            dotted = dotted.substring(0, dotted.length() - ".class".length());
        }
        if (dotted.endsWith("[]")) {
            dotted = dotted.substring(0, dotted.length() - "[]".length());
        }
        boolean known = names.contains(dotted);
        addType(dotted, targets);
        String canonical = canonicalNames.get(dotted);
        if (canonical != null) {
            known |= targets.add(canonical) || targets.contains(canonical);
        }
        known |= addResource("/" + name, targets);
        known |= addResource(resolved(home, name), targets);
        return known || targets.size() > before;
    }

    private boolean addResource(@Nullable String node, Set<String> targets) {
        if (node != null && !node.startsWith(SERVICES) && names.contains(node)) {
            targets.add(node);
            return true;
        }
        return false;
    }

    /** The resource that a relative path names from a package; null when it leads out of the class path. */
    private static @Nullable String resolved(String home, String path) {
        StringBuilder folder = new StringBuilder(home.isEmpty() ? "" : "/" + home.replace('.', '/'));
        String rest = path;
        while (rest.startsWith("../") || rest.startsWith("./")) {
            if (rest.startsWith("../")) {
                if (folder.isEmpty()) {
                    return null;
                }
                folder.setLength(folder.lastIndexOf("/"));
            }
            rest = rest.substring(rest.indexOf('/') + 1);
        }
        return folder.append('/').append(rest).toString();
    }

    private void addPrefix(String prefix, Set<String> prefixes) {
        // The file of a service is named by its type, and is reached with it.
        if (prefix.length() > 1
                && !prefix.startsWith(SERVICES)
                && !startingWith(prefix).isEmpty()) {
            prefixes.add(prefix);
        }
    }

    /** Without the scheme before, and without what follows from the first placeholder on. */
    private static String fixedPart(String text) {
        int end = 0;
        while (end < text.length() && WILD.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String fixed = text.substring(0, end);
        fixed = fixed.substring(fixed.lastIndexOf(':') + 1);
        int start = 0;
        while (start < fixed.length() && fixed.charAt(start) == '/') {
            start++;
        }
        return fixed.substring(start);
    }
}
