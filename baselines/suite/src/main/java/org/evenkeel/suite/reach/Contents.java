package org.evenkeel.suite.reach;

import java.io.ByteArrayOutputStream;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.suite.reach.ClassPath.Location;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** What classes and resources hold and lead to; each is read once. */
final class Contents {

    private static final Pattern TOKEN = Pattern.compile("[\\w$/:-]+(?:\\.[\\w$/:-]+)+|[\\w$:-]*/[\\w$/:-]+");

    /** Where the low byte of the version is in a class file. */
    private static final int MAJOR_VERSION = 7;

    /** Class files by SHA-256 of their bytes. The other side, which is read next, has nearly all of them as well. */
    private static volatile SoftReference<Map<String, Optional<Facts>>> alreadyRead = new SoftReference<>(null);

    private final ClassPath classPath;
    private final Catalogue catalogue;

    /** By node, one for each entry: a class can have others for newer JVMs. */
    private final Map<String, Map<String, Links>> known = new HashMap<>();

    Contents(ClassPath classPath, Catalogue catalogue) {
        this.classPath = classPath;
        this.catalogue = catalogue;
    }

    /** Everything that a class or resource leads to, by the name that its hash has in a fingerprint. */
    Map<String, Links> of(String node, ClassPath.Reader reader) {
        Map<String, Links> links = known.get(node);
        if (links == null) {
            links = Node.isResource(node) ? Map.of(node, resource(node, reader)) : classFiles(node, reader);
            known.put(node, links);
        }
        return links;
    }

    private Map<String, Links> classFiles(String name, ClassPath.Reader reader) {
        Map<String, Links> links = new TreeMap<>();
        for (Location location : classPath.entriesOfClass(name)) {
            String part = location.entry().startsWith("META-INF/versions/") ? Node.resource(location.entry()) : name;
            links.put(part, classFile(name, reader.read(location)));
        }
        return links;
    }

    private Links classFile(String name, byte[] bytes) {
        Optional<Facts> facts = facts(bytes);
        if (facts.isEmpty()) {
            return text(name, bytes, EnumSet.allOf(ComputedNames.What.class));
        }
        Names names = facts.get().names();
        Set<String> targets = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        Set<String> pieces = new HashSet<>();
        names.classes().forEach(type -> catalogue.addType(type, targets));
        String home = Node.packageOf(name);
        names.strings().forEach(string -> catalogue.addText(string, home, targets, prefixes, pieces));
        targets.remove(name);
        return new Links(
                facts.get().hash(), targets, prefixes, pieces, facts.get().computed(), names.mentions());
    }

    /** Empty when the bytes are no class file that can be read. */
    private static Optional<Facts> facts(byte[] bytes) {
        Map<String, Optional<Facts>> cache = alreadyRead.get();
        if (cache == null) {
            cache = new ConcurrentHashMap<>();
            alreadyRead = new SoftReference<>(cache);
        }
        return cache.computeIfAbsent(
                Hash.of(bytes),
                hash -> canonical(bytes)
                        .map(canonical -> Facts.of(canonical, Hash.of(canonical)))
                        // Of a JDK that is newer than the reader: what it adds is not known, so every byte counts.
                        .or(() -> canonical(asOfKnownVersion(bytes)).map(canonical -> Facts.of(canonical, hash))));
    }

    /** What a class file says, on whatever class path it is. */
    private record Facts(String hash, Names names, Set<ComputedNames.What> computed) {

        static Facts of(byte[] canonical, String hash) {
            return new Facts(hash, Names.in(canonical), ComputedNames.in(new ClassReader(canonical)));
        }
    }

    /** Empty when the class file is of a version that ASM does not know, or damaged. */
    private static Optional<byte[]> canonical(byte[] bytes) {
        try {
            return Optional.of(Canonical.of(new ClassReader(bytes)));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static byte[] asOfKnownVersion(byte[] bytes) {
        byte[] copy = bytes.clone();
        if (copy.length > MAJOR_VERSION) {
            copy[MAJOR_VERSION - 3] = 0;
            copy[MAJOR_VERSION - 2] = 0;
            copy[MAJOR_VERSION - 1] = 0;
            copy[MAJOR_VERSION] = Opcodes.V17;
        }
        return copy;
    }

    /** A resource that several elements have counts in all of them: there is a method that finds them all. */
    private Links resource(String node, ClassPath.Reader reader) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Location location : classPath.entriesOfResource(node.substring(1))) {
            all.writeBytes(reader.read(location));
        }
        return text(node, all.toByteArray(), Set.of());
    }

    private Links text(String node, byte[] bytes, Set<ComputedNames.What> computed) {
        Set<String> targets = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        Set<String> pieces = new HashSet<>();
        String home = Node.packageOf(node);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (node.startsWith(Catalogue.SERVICES)) {
            providers(text).forEach(provider -> catalogue.addType(provider, targets));
        } else {
            Matcher token = TOKEN.matcher(text);
            while (token.find()) {
                catalogue.addText(token.group(), home, targets, prefixes, pieces);
            }
        }
        targets.remove(node);
        return new Links(Hash.of(bytes), targets, prefixes, pieces, computed, Set.of(text));
    }

    /** The providers that the files of a service name, in order. */
    List<String> providers(String service, ClassPath.Reader reader) {
        List<String> providers = new ArrayList<>();
        String path = Catalogue.SERVICES.substring(1) + service;
        for (Location location : classPath.entriesOfResource(path)) {
            providers.addAll(providers(new String(reader.read(location), StandardCharsets.UTF_8)));
        }
        return providers;
    }

    private static List<String> providers(String text) {
        return text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /** The class file that a JVM of the oldest kind runs. */
    ClassReader oldest(String className, ClassPath.Reader reader) {
        Location location = classPath.entriesOfClass(className).stream()
                .min(Comparator.comparing(Location::entry, Comparator.comparing(String::length)))
                .orElseThrow();
        return new ClassReader(reader.read(location));
    }

    /** A class without its private names; empty when it is no class, or one with versions for newer JVMs. */
    Optional<Nameless> nameless(String part, ClassPath.Reader reader) {
        List<Location> entries = Node.isResource(part) ? List.of() : classPath.entriesOfClass(part);
        return entries.size() == 1 ? Nameless.of(reader.read(entries.get(0))) : Optional.empty();
    }

    /** Whether anything that was read so far goes by a name. */
    boolean mention(String name) {
        return known.values().stream().flatMap(links -> links.values().stream()).anyMatch(links -> links.mention(name));
    }

    /** Lines of a resource in all elements. */
    List<String> lines(String node, ClassPath.Reader reader) {
        return classPath.entriesOfResource(node.substring(1)).stream()
                .flatMap(location -> new String(reader.read(location), StandardCharsets.UTF_8).lines())
                .toList();
    }
}
