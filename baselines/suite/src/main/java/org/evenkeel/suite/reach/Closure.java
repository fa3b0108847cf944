package org.evenkeel.suite.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.suite.reach.ComputedNames.What;

/** Follows everything that roots lead to, until nothing new is found. */
final class Closure {

    /** First segments of packages that many projects share; elsewhere the first two say whose code it is. */
    private static final Set<String> SHARED = Set.of(
            "com.github",
            "io.github",
            "com.gitlab",
            "io.gitlab",
            "com.google",
            "com.googlecode",
            "net.sourceforge",
            "org.apache",
            "org.codehaus",
            "org.eclipse",
            "org.openjdk");

    private final Catalogue catalogue;
    private final Contents contents;
    private final ClassPath.Reader reader;

    /** Whose code is looked at package by package: the code that is measured, and our own. */
    private final Set<String> own;

    private final Set<String> notFollowed;

    private final SortedMap<String, String> parts = new TreeMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> reached = new HashSet<>();
    private final Set<String> packages = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();
    private final Set<String> pieces = new HashSet<>();
    private final Set<String> marks = new HashSet<>();
    private final Map<String, List<String>> waitingForPiece = new HashMap<>();
    private final Map<String, Set<What>> computedIn = new HashMap<>();

    /**
     * @param own code bases, see {@link #codeBase}
     * @param notFollowed resources that somebody else looks at
     */
    Closure(Catalogue catalogue, Contents contents, ClassPath.Reader reader, Set<String> own, Set<String> notFollowed) {
        this.catalogue = catalogue;
        this.contents = contents;
        this.reader = reader;
        this.own = own;
        this.notFollowed = notFollowed;
    }

    /** The beginning of a package that tells whose code it is. */
    static String codeBase(String packageName) {
        String[] segments = packageName.split("\\.", -1);
        int length = segments.length > 2 && SHARED.contains(segments[0] + "." + segments[1]) ? 3 : 2;
        return String.join(".", List.of(segments).subList(0, Math.min(length, segments.length)));
    }

    void reach(String node) {
        if (!notFollowed.contains(node) && catalogue.has(node) && reached.add(node)) {
            open.add(node);
        }
    }

    boolean reaches(String node) {
        return reached.contains(node);
    }

    SortedMap<String, String> follow() {
        while (!open.isEmpty()) {
            String node = open.remove();
            contents.of(node, reader).forEach((part, links) -> {
                parts.put(part, links.hash());
                links.targets().forEach(this::reach);
                links.prefixes().forEach(this::addPrefix);
                links.pieces().forEach(this::addPiece);
                links.computed().forEach(what -> addComputed(Node.packageOf(node), what));
            });
            if (!Node.isResource(node)) {
                addPackage(Node.packageOf(node));
                addExtensions(node);
            }
        }
        return parts;
    }

    private void addPrefix(String prefix) {
        if (prefixes.add(prefix)) {
            for (String node : catalogue.startingWith(prefix)) {
                // The file of a service is named by its type, and is reached with it.
                if (!node.startsWith(Catalogue.SERVICES)) {
                    reach(node);
                }
            }
        }
    }

    /** A name can be the package of a class that is reached, and a word. */
    private void addPiece(String piece) {
        if (!pieces.add(piece)) {
            return;
        }
        for (String node : catalogue.named(piece)) {
            if (packages.contains(Node.packageOf(node))) {
                reach(node);
            }
        }
        waitingForPiece.getOrDefault(piece, List.of()).forEach(this::reach);
        if (!Character.isLetterOrDigit(piece.charAt(0))) {
            marks.add(piece);
            waitingForPiece.forEach((rest, classes) -> {
                if (rest.startsWith(piece)) {
                    classes.forEach(this::reach);
                }
            });
        }
    }

    private void addPackage(String name) {
        if (!packages.add(name)) {
            return;
        }
        for (String node : catalogue.inPackage(name)) {
            if (pieces.contains(Node.lastPart(node))) {
                reach(node);
            }
        }
        computedIn.getOrDefault(codeBase(name), Set.of()).forEach(what -> reachBelow(name, what));
    }

    /** A name can be that of a class that is reached, and a word. */
    private void addExtensions(String className) {
        catalogue.extensions(className).forEach((rest, extension) -> {
            if (pieces.contains(rest) || marks.stream().anyMatch(rest::startsWith)) {
                reach(extension);
            } else {
                waitingForPiece.computeIfAbsent(rest, word -> new ArrayList<>()).add(extension);
            }
        });
    }

    private void addComputed(String packageName, What what) {
        String base = codeBase(packageName);
        if (!computedIn.computeIfAbsent(base, name -> new HashSet<>()).add(what)) {
            return;
        }
        if (own.contains(base)) {
            for (String reachedPackage : List.copyOf(packages)) {
                if (codeBase(reachedPackage).equals(base)) {
                    reachBelow(reachedPackage, what);
                }
            }
        } else {
            reachBelow(base, what);
        }
    }

    private void reachBelow(String packageName, What what) {
        String folder = packageName.isEmpty() ? "/" : "/" + packageName.replace('.', '/') + "/";
        if (packageName.isEmpty()) {
            catalogue.inPackage("").stream()
                    .filter(node -> Node.isResource(node) || what == What.CLASSES)
                    .forEach(this::reach);
            return;
        }
        catalogue.startingWith(folder).forEach(this::reach);
        if (what == What.CLASSES) {
            catalogue.startingWith(packageName + ".").forEach(this::reach);
        }
    }
}
