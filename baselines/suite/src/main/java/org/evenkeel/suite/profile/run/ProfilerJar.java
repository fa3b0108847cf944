package org.evenkeel.suite.profile.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.OwnFiles;
import org.evenkeel.suite.sides.KeptJars;

/**
 * The jar behind the class path of somebody's own benchmarks: the profiler and async-profiler with its libraries, and nothing else of
 * what our benchmark jar has, so that they find the same classes as ever.
 */
public final class ProfilerJar {

    /** What the forks of a profile start. */
    private static final String PROFILER = "org/evenkeel/jmh/profile/EventProfiler.class";

    private static final Pattern TAKEN = Pattern.compile(
            "org/evenkeel/jmh/profile/.*\\.class|one/profiler/.*\\.class|.*libasyncProfiler\\.(so|dylib)");

    private ProfilerJar() {}

    /** Whether a jar, or a folder of classes, has the profiler itself. */
    public static boolean isIn(Path jar) {
        return KeptJars.holds(jar, PROFILER);
    }

    /**
     * The class path with the profiler on it.
     *
     * @param ours our benchmark jar, which has it
     * @param target where the jar for others is made
     * @throws BadInputException when it is needed and our jar is not there
     */
    public static List<Path> behind(List<Path> classPath, Path ours, Path target) throws IOException {
        if (classPath.stream().anyMatch(ProfilerJar::isIn)) {
            return classPath;
        }
        if (!Files.isRegularFile(ours) || !isIn(ours)) {
            throw new BadInputException("expected the benchmark jar with the profiler at " + ours
                    + ", found none there; build it: mvn -pl benchmarks/jmh -am package");
        }
        Path jar = target.toAbsolutePath().normalize();
        if (!Files.isRegularFile(jar)) {
            write(ours, jar);
        }
        List<Path> all = new ArrayList<>(classPath);
        all.add(jar);
        return all;
    }

    private static void write(Path ours, Path target) throws IOException {
        Files.createDirectories(target.resolveSibling(""));
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        try (JarFile from = new JarFile(ours.toFile());
                OutputStream out = OwnFiles.create(temporary);
                JarOutputStream to = new JarOutputStream(out)) {
            for (JarEntry entry : from.stream()
                    .filter(one -> TAKEN.matcher(one.getName()).matches())
                    .toList()) {
                to.putNextEntry(new JarEntry(entry.getName()));
                try (InputStream in = from.getInputStream(entry)) {
                    in.transferTo(to);
                }
                to.closeEntry();
            }
        } catch (IOException e) {
            throw new BadInputException(target + " cannot be written: " + AtomicFiles.reason(e), e);
        }
        Files.move(temporary, target);
    }
}
