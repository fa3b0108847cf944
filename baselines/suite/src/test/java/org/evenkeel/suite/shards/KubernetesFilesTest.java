package org.evenkeel.suite.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files for Kubernetes against its published schema of a Job, of which fabric8 generates its model. */
class KubernetesFilesTest {

    private static final Path FILES = Path.of("../../examples/shards/kubernetes");

    @ParameterizedTest
    @ValueSource(strings = {"job.yaml", "merge.yaml"})
    void file_againstTheSchema_hasNothingThatItDoesNotKnow(String name) throws IOException {
        Job job = job(Files.readString(FILES.resolve(name)));

        assertThat(job.getApiVersion()).isEqualTo("batch/v1");
        assertThat(job.getKind()).isEqualTo("Job");
        assertThat(job.getMetadata().getName()).isNotBlank();
        assertThat(pod(job).getRestartPolicy()).isEqualTo("Never");
        assertThat(pod(job).getContainers()).singleElement().satisfies(container -> {
            assertThat(container.getName()).isNotBlank();
            assertThat(container.getImage()).isNotBlank();
        });
    }

    @Test
    void file_withAWordThatTheSchemaDoesNotKnow_isRefused() throws IOException {
        String misspelt = Files.readString(FILES.resolve("job.yaml")).replace("completionMode:", "completionsMode:");

        assertThatThrownBy(() -> job(misspelt)).hasMessageContaining("completionsMode");
    }

    @Test
    void job_shards_areOneForEachPodOfAHostOfItsOwn() throws IOException {
        Job job = job(Files.readString(FILES.resolve("job.yaml")));

        assertThat(job.getSpec().getCompletionMode()).isEqualTo("Indexed");
        assertThat(job.getSpec().getParallelism()).isEqualTo(job.getSpec().getCompletions());
        assertThat(job.getSpec().getBackoffLimitPerIndex()).isPositive();
        Container container = pod(job).getContainers().get(0);
        assertThat(container.getEnv())
                .filteredOn(variable -> variable.getName().equals("EVENKEEL_SHARDS"))
                .singleElement()
                .satisfies(shards -> assertThat(shards.getValue())
                        .isEqualTo(job.getSpec().getCompletions().toString()));
        List<PodAffinityTerm> apart =
                pod(job).getAffinity().getPodAntiAffinity().getRequiredDuringSchedulingIgnoredDuringExecution();
        assertThat(apart).singleElement().satisfies(term -> {
            assertThat(term.getTopologyKey()).isEqualTo("kubernetes.io/hostname");
            assertThat(term.getLabelSelector().getMatchLabels())
                    .isEqualTo(job.getSpec().getTemplate().getMetadata().getLabels());
        });
    }

    /** Guaranteed, with whole processors: what a kubelet gives processors of its own to. */
    @Test
    void job_resources_areGuaranteed() throws IOException {
        ResourceRequirements resources = pod(job(Files.readString(FILES.resolve("job.yaml"))))
                .getContainers()
                .get(0)
                .getResources();

        assertThat(resources.getLimits()).isEqualTo(resources.getRequests()).containsOnlyKeys("cpu", "memory");
        assertThat(resources.getRequests())
                .hasEntrySatisfying(
                        "cpu", processors -> assertThat(processors.getAmount()).containsOnlyDigits());
    }

    private static PodSpec pod(Job job) {
        return job.getSpec().getTemplate().getSpec();
    }

    private static Job job(String yaml) {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return new ObjectMapper()
                .setAnnotationIntrospector(new NothingUnknown())
                .convertValue(document, Job.class);
    }

    /** The model keeps what it does not know; here that is an error. */
    private static final class NothingUnknown extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
