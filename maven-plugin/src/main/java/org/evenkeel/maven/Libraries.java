package org.evenkeel.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Libraries that a project does not name, from the repositories that it has its plugins from. */
final class Libraries {

    private final RepositorySystem resolver;
    private final RepositorySystemSession session;
    private final MavenProject project;

    Libraries(RepositorySystem resolver, RepositorySystemSession session, MavenProject project) {
        this.resolver = resolver;
        this.session = session;
        this.project = project;
    }

    /** A library with all that it needs to run. */
    List<Path> of(String coordinates) throws MojoExecutionException {
        CollectRequest asked = new CollectRequest(
                new Dependency(new DefaultArtifact(coordinates), "runtime"), project.getRemotePluginRepositories());
        try {
            return resolver
                    .resolveDependencies(session, new DependencyRequest(asked, null))
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new MojoExecutionException("evenkeel: " + coordinates + " cannot be had: " + e.getMessage(), e);
        }
    }

    /** One jar alone. */
    Path jar(String coordinates) throws MojoExecutionException {
        ArtifactRequest asked =
                new ArtifactRequest(new DefaultArtifact(coordinates), project.getRemotePluginRepositories(), null);
        try {
            return resolver.resolveArtifact(session, asked)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new MojoExecutionException("evenkeel: " + coordinates + " cannot be had: " + e.getMessage(), e);
        }
    }
}
