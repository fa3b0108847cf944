package org.evenkeel.workload;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The hot paths that are on the class path. */
public final class HotPaths {

    private final SortedMap<String, HotPath> byName;

    private HotPaths(SortedMap<String, HotPath> byName) {
        this.byName = Collections.unmodifiableSortedMap(byName);
    }

    /**
     * Finds every provider that {@code loader} sees.
     *
     * @throws BadPathException when a provider cannot be loaded, or two have the same name
     */
    public static HotPaths on(ClassLoader loader) {
        SortedMap<String, HotPath> byName = new TreeMap<>();
        try {
            for (HotPath path : ServiceLoader.load(HotPath.class, loader)) {
                HotPath other = byName.put(path.name(), path);
                if (other != null) {
                    throw new BadPathException("two hot paths are called \"" + path.name() + "\": "
                            + other.getClass().getName() + " and "
                            + path.getClass().getName() + "; rename one");
                }
            }
        } catch (ServiceConfigurationError e) {
            throw new BadPathException("a hot path named in META-INF/services/" + HotPath.class.getName()
                    + " cannot be loaded: " + e.getMessage());
        }
        return new HotPaths(byName);
    }

    /** All of them, by name. */
    public Collection<HotPath> all() {
        return byName.values();
    }

    /**
     * The path with this name.
     *
     * @throws BadPathException when there is none
     */
    public HotPath named(String name) {
        HotPath path = byName.get(name);
        if (path == null) {
            throw new BadPathException("there is no hot path \"" + name + "\" on the class path; found "
                    + (byName.isEmpty() ? "none" : String.join(", ", byName.keySet()))
                    + ". A path of your own needs its jar on --classpath and a line in META-INF/services/"
                    + HotPath.class.getName());
        }
        return path;
    }

    /**
     * Builds the state that a spec asks for.
     *
     * @throws BadPathException when the path does not exist or does not take what is set
     * @throws Exception when the path cannot build its state
     */
    public Workload open(PathSpec spec, Invariants invariants) throws Exception {
        HotPath path = named(spec.name());
        return path.open(check(path, spec), invariants);
    }

    /**
     * Builds the state to weigh of the path that a spec asks for; empty where the path has none.
     *
     * @throws BadPathException when the path does not exist or does not take what is set
     * @throws Exception when the path cannot build its state
     */
    public Optional<Footprint> footprint(PathSpec spec) throws Exception {
        HotPath path = named(spec.name());
        return path.footprint(check(path, spec));
    }

    /**
     * A value for each parameter of {@code path}: what the spec sets, and defaults for the rest.
     *
     * @throws BadPathException when the spec sets what the path does not have, or to what it does not allow
     */
    public static Arguments check(HotPath path, PathSpec spec) {
        Map<String, String> values =
                path.parameters().stream().collect(Collectors.toMap(Parameter::name, Parameter::defaultValue));
        spec.settings().forEach((name, value) -> {
            Parameter parameter = path.parameters().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new BadPathException("path " + path.name() + " has no parameter \"" + name
                            + "\"; it has "
                            + (path.parameters().isEmpty()
                                    ? "none"
                                    : path.parameters().stream()
                                            .map(Parameter::name)
                                            .collect(Collectors.joining(", ")))));
            if (!parameter.values().allow(value)) {
                throw new BadPathException("path " + path.name() + ": parameter " + name + " takes "
                        + parameter.values().describe() + ", found \"" + value + "\"");
            }
            values.put(name, value);
        });
        return new Arguments(values);
    }
}
