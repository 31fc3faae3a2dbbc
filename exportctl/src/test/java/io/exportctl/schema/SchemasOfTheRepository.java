package io.exportctl.schema;

import io.exportctl.support.ExampleWorkspace;
import io.exportctl.workspace.SchemaFile;
import io.exportctl.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The schemas in the folder {@code schema/}, for tests. */
public final class SchemasOfTheRepository {

  static final Path FOLDER = ExampleWorkspace.REPOSITORY.resolve("schema");

  private SchemasOfTheRepository() {}

  public static Schemas load() {
    return new Schemas(Workspace.find(ExampleWorkspace.REPOSITORY)::resource);
  }

  /** Returns the schemas for files that users write. */
  static List<Path> ofFiles() {
    return all().stream().filter(path -> !path.endsWith("report.schema.json")).toList();
  }

  /** Returns a schema with its fragments. */
  static String read(Path file) {
    return SchemaFile.read(
        "schema/" + file.getFileName(), Workspace.find(ExampleWorkspace.REPOSITORY)::resource);
  }

  static List<Path> all() {
    try (Stream<Path> paths = Files.list(FOLDER)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
