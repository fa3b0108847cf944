package org.evenkeel.suite.ab.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.suite.ab.run.AbFolder;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.sides.BaseCommit;
import org.evenkeel.suite.sides.KeptJars;

/** Says in the words of {@code scripts/profile} which two sides {@code scripts/ab} measured, and in which JVMs. */
final class ProfileWords {

    private ProfileWords() {}

    /** Options and their values, one word each. */
    static List<String> of(AbOptions asked, AbFolder folder) {
        List<String> words = new ArrayList<>(sides(asked, new KeptJars(folder.path())));
        if (!asked.benchmarks.equals(MeasuredClassPath.besideThisJar()) && !words.contains("--benchmarks")) {
            words.addAll(List.of("--benchmarks", asked.benchmarks.toString()));
        }
        if (!asked.jvm.isOwn()) {
            words.addAll(List.of("--java", asked.jvm.home().toString()));
        }
        asked.jvm.arguments().forEach(argument -> words.addAll(List.of("--jvm-arg", argument)));
        return words;
    }

    private static List<String> sides(AbOptions asked, KeptJars jars) {
        if (asked.baseJar != null && asked.jar != null) {
            return jars("--base-benchmarks", asked.baseJar, "--benchmarks", asked.jar);
        }
        if (asked.baseClassPath != null && asked.classPath != null) {
            return List.of("--base-classpath", asked.baseClassPath, "--classpath", asked.classPath);
        }
        Optional<String> commit = jars.baseHash().map(BaseCommit::shortened);
        if (asked.build == null && commit.isPresent()) {
            List<String> words = new ArrayList<>(List.of("--base", commit.get()));
            if (asked.classPath != null) {
                words.addAll(List.of("--classpath", asked.classPath));
            }
            return words;
        }
        return KeptJars.isJmh(jars.current())
                ? jars("--base-benchmarks", jars.base(), "--benchmarks", jars.current())
                : jars("--base-classpath", jars.base(), "--classpath", jars.current());
    }

    private static List<String> jars(String baseOption, Path base, String option, Path current) {
        return List.of(baseOption, base.toString(), option, current.toString());
    }
}
