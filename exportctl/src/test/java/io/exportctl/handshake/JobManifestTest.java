package io.exportctl.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.exportctl.support.Goldens;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the manifests of jobs against the types of the Kubernetes API. */
class JobManifestTest {

  /** Refuses a field that the API does not have, at any depth. */
  private static final ObjectMapper STRICT =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated member) {
                  return false;
                }
              })
          .build();

  static List<Path> manifests() throws IOException {
    try (Stream<Path> files = Files.list(Goldens.resources().resolve("handshake"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void fitsTheApi(Path manifest) throws IOException {
    CronJob job = STRICT.readValue(manifest.toFile(), CronJob.class);

    assertThat(job.getSpec().getConcurrencyPolicy()).isEqualTo("Forbid");
    PodSpec pod = job.getSpec().getJobTemplate().getSpec().getTemplate().getSpec();
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    Container container = pod.getContainers().get(0);
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getEnv())
        .filteredOn(variable -> variable.getName().equals("PGPASSWORD"))
        .allMatch(variable -> variable.getValue() == null)
        .hasSize(1);
  }

  /** Such a file may stand among the templates of a Helm chart. */
  @ParameterizedTest
  @MethodSource("manifests")
  void isNoTemplateOfHelm(Path manifest) throws IOException {
    assertThat(manifest).content().doesNotContain("{{");
  }

  @Test
  void seesAnUnknownFieldDeepInside() {
    String manifest = "spec: {jobTemplate: {spec: {template: {spec: {containers: [{nam: x}]}}}}}";

    assertThatThrownBy(() -> STRICT.readValue(manifest, CronJob.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageContaining("\"nam\"");
  }
}
