package org.evenkeel.maven.side;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Copies of what a build has made: somebody who goes on working, and builds again meanwhile, must not change what is being
 * measured, and the other commit's tree goes away.
 */
public final class KeptSide {

    private KeptSide() {}

    /**
     * Copies those entries of a module's class path that lie inside a tree; libraries elsewhere stay where they are.
     *
     * @param tree the folder that is built in
     * @param folder gets the copies, as {@code 000-classes} and so on, in the order of the class path
     */
    public static ModuleSide of(ModuleSide module, Path tree, Path folder) throws IOException {
        Path top = tree.toRealPath();
        List<Path> kept = new ArrayList<>();
        for (int i = 0; i < module.classPath().size(); i++) {
            Path entry = module.classPath().get(i);
            if (entry.toRealPath().startsWith(top)) {
                Path copy = folder.resolve(String.format(Locale.ROOT, "%03d-%s", i, entry.getFileName()));
                copy(entry, copy);
                kept.add(copy);
            } else {
                kept.add(entry);
            }
        }
        return module.on(kept);
    }

    /** Copies of all modules that there is something to measure in, each in a folder of its name. */
    public static List<ModuleSide> all(List<ModuleSide> modules, Path tree, Path folder) throws IOException {
        List<ModuleSide> kept = new ArrayList<>();
        for (ModuleSide module : modules) {
            if (module.isMeasurable()) {
                kept.add(of(module, tree, folder.resolve(module.artifact())));
            }
        }
        return kept;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling(""));
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(file, file.equals(from) ? to : copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
