package org.evenkeel.suite.reach;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Services of the JDK that have providers on a class path: the JDK loads those by itself, once something uses the module
 * of the service, or one that needs it. {@code java.sql.DriverManager} does so with every {@code java.sql.Driver}.
 */
final class JdkServices {

    private static final Map<String, ModuleDescriptor> BY_NAME = new HashMap<>();
    private static final Map<String, String> MODULE_OF_PACKAGE = new HashMap<>();

    static {
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            BY_NAME.put(module.descriptor().name(), module.descriptor());
            module.descriptor()
                    .packages()
                    .forEach(name ->
                            MODULE_OF_PACKAGE.put(name, module.descriptor().name()));
        }
    }

    private final Map<String, Set<String>> typesByModule = new HashMap<>();

    /** @param types names of services, of the JDK or not */
    JdkServices(Collection<String> types) {
        for (String type : types) {
            String home = MODULE_OF_PACKAGE.get(Node.packageOf(type));
            if (home != null) {
                for (String module : BY_NAME.keySet()) {
                    if (needs(module).contains(home)) {
                        typesByModule
                                .computeIfAbsent(module, name -> new HashSet<>())
                                .add(type);
                    }
                }
            }
        }
    }

    /** Services whose providers may be loaded in a JVM that uses this class; none when it is not of the JDK. */
    Set<String> loadedWith(String className) {
        String module = MODULE_OF_PACKAGE.get(Node.packageOf(className));
        return module == null ? Set.of() : typesByModule.getOrDefault(module, Set.of());
    }

    private static Set<String> needs(String module) {
        Set<String> needed = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(module);
        while (!open.isEmpty()) {
            String name = open.remove();
            ModuleDescriptor descriptor = BY_NAME.get(name);
            if (needed.add(name) && descriptor != null) {
                descriptor.requires().stream().map(Requires::name).forEach(open::add);
            }
        }
        return needed;
    }
}
