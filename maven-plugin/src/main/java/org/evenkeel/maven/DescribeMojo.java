package org.evenkeel.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.maven.jmh.BenchmarkClasses;
import org.evenkeel.maven.jmh.Generator;
import org.evenkeel.maven.side.ChildMaven;
import org.evenkeel.maven.side.ModuleSide;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a compiled module has to measure, and on which class path. The other goals call it in a Maven of their own,
 * once for each side; nobody else needs it.
 */
@Mojo(name = "describe", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class DescribeMojo extends AbstractMojo {

    /** Of the JMH that is added where a project has none in the scopes of its tests. */
    private static final String JMH_VERSION = "1.37";

    @Parameter(property = ChildMaven.DESCRIBE)
    private @Nullable String folder;

    @Parameter(defaultValue = "${project}", readonly = true)
    private @Nullable MavenProject project;

    @Parameter(defaultValue = "${repositorySystemSession}", readonly = true)
    private @Nullable RepositorySystemSession repositories;

    @Inject
    private @Nullable RepositorySystem resolver;

    @Override
    public void execute() throws MojoExecutionException {
        if (folder == null || project == null || repositories == null || resolver == null) {
            throw new MojoExecutionException(
                    "describe is for the other goals to call; expected " + ChildMaven.DESCRIBE + ", found none");
        }
        if (project.getPackaging().equals("pom")) {
            return;
        }
        try {
            ModuleSide side = describe(project, new Libraries(resolver, repositories, project));
            side.writeInto(Path.of(folder));
        } catch (BadInputException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException | DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("evenkeel: the module cannot be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("evenkeel: interrupted", e);
        }
    }

    private static ModuleSide describe(MavenProject project, Libraries libraries)
            throws IOException, InterruptedException, DependencyResolutionRequiredException, MojoExecutionException {
        Path target = Path.of(project.getBuild().getDirectory());
        List<Path> outputs = Generator.existing(
                Path.of(project.getBuild().getTestOutputDirectory()),
                Path.of(project.getBuild().getOutputDirectory()));
        // A dependency can be a native library or an archive, which no class path takes.
        List<Path> classPath = new ArrayList<>(project.getTestClasspathElements().stream()
                .map(Path::of)
                .filter(entry -> Files.isDirectory(entry) || entry.toString().endsWith(".jar"))
                .filter(Files::exists)
                .toList());
        boolean benchmarks = BenchmarkClasses.areGenerated(outputs);
        if (!benchmarks) {
            Path sources = project.getBasedir().toPath().resolve("src/jmh/java");
            Generator generator = new Generator(Files.createDirectories(target.resolve("evenkeel/jmh")));
            List<Path> made = new ArrayList<>();
            if (BenchmarkClasses.haveSources(sources)) {
                if (jmhVersion(project) == null) {
                    classPath.addAll(libraries.of("org.openjdk.jmh:jmh-core:" + JMH_VERSION));
                }
                Path classes = generator.compile(sources, classPath);
                made.add(classes);
                made.addAll(Generator.existing(sources.resolveSibling("resources")));
            } else {
                for (Path output : outputs) {
                    if (BenchmarkClasses.areIn(output)) {
                        made.add(output);
                    }
                }
            }
            if (!made.isEmpty()) {
                @Nullable String version = jmhVersion(project);
                List<Path> jars = libraries.of(
                        "org.openjdk.jmh:jmh-generator-bytecode:" + (version == null ? JMH_VERSION : version));
                made.addAll(classPath);
                made.addAll(0, generator.generate(made.get(0), made, jars));
                classPath = made.stream().distinct().toList();
                benchmarks = true;
            }
        }
        return new ModuleSide(
                project.getGroupId() + ":" + project.getArtifactId(),
                target,
                classPath,
                benchmarks,
                BenchmarkClasses.provideHotPaths(outputs));
    }

    private static @Nullable String jmhVersion(MavenProject project) {
        return project.getArtifacts().stream()
                .filter(artifact -> artifact.getGroupId().equals("org.openjdk.jmh")
                        && artifact.getArtifactId().equals("jmh-core"))
                .map(Artifact::getVersion)
                .findFirst()
                .orElse(null);
    }
}
