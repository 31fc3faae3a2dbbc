package io.exportctl.source.load;

import io.exportctl.source.archive.Unpacking.Member;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.objects.ObjectStore;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A stored file and all that it holds, in a temporary folder.
 *
 * @param members the files to read, sorted by name
 */
record OpenedFile(StoredFile file, List<Member> members, Path folder) implements Closeable {

  /**
   * Gets a file from the object store and unpacks it.
   *
   * @throws StoreException if its bytes are not those that were stored, or its archive is refused
   */
  static OpenedFile open(ObjectStore objects, SourceConfig config, StoredFile file, Path temporary)
      throws IOException {
    Path folder = Files.createTempDirectory(temporary, "load");
    try {
      Path local = folder.resolve("file");
      try (InputStream in = objects.open(file.key())) {
        Files.copy(in, local);
      }
      if (!Sha256.of(local).equals(file.sha256())) {
        throw StoreException.failed(
            "damaged-object", "the stored file has other bytes than when it came; store it again");
      }
      return new OpenedFile(file, Trial.members(config, local, file.name(), folder), folder);
    } catch (IOException | StoreException e) {
      TemporaryFolder.delete(folder);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    TemporaryFolder.delete(folder);
  }
}
