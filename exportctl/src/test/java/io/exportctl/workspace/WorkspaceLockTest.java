package io.exportctl.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.support.ExampleWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceLockTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path root;

  private Workspace workspace;

  @BeforeEach
  void writeWorkspace() {
    ExampleWorkspace.writeTo(root);
    workspace = Workspace.find(root);
  }

  @Test
  void waitsUntilTheOtherCommandEnds() {
    List<String> events = new ArrayList<>();
    WorkspaceLock first = take(() -> fail("nobody else has the lock"));

    WorkspaceLock second =
        take(
            () -> {
              events.add("waiting");
              first.close();
            });
    second.close();
    take(() -> events.add("waiting again")).close();

    assertThat(events).containsExactly("waiting");
  }

  @Test
  void saysThatTheOtherCommandDoesNotEnd() {
    WorkspaceLock first = take(() -> {});

    assertThatThrownBy(() -> WorkspaceLock.take(workspace, Duration.ZERO, () -> {}))
        .isInstanceOf(ExportctlException.class)
        .hasMessage(
            "another exportctl has been writing in this workspace for 0 seconds; end it, or run the"
                + " command again");
    first.close();
  }

  @Test
  void leavesNothingThatGitSees() throws IOException {
    take(() -> {}).close();

    assertThat(root.resolve(".exportctl/.gitignore")).hasContent("*");
    assertThat(Files.readString(root.resolve(".exportctl/lock"))).isEmpty();
  }

  private WorkspaceLock take(Runnable waiting) {
    return WorkspaceLock.take(workspace, MINUTE, waiting);
  }
}
