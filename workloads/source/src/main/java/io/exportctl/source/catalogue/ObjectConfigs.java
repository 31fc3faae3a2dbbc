package io.exportctl.source.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/**
 * Files of sources as objects, which Terraform writes.
 *
 * @param prefix of their keys, with a slash at its end
 */
public record ObjectConfigs(ObjectStore objects, String prefix) implements ConfigFiles {

  private static final int MOST_BYTES = 1 << 20;

  @Override
  public List<String> names() throws IOException {
    return objects.list(prefix).stream()
        .map(it -> it.key().substring(prefix.length()))
        .filter(it -> !it.contains("/") && ConfigFiles.isConfig(it))
        .toList();
  }

  @Override
  public Optional<String> read(String name) throws IOException {
    try (InputStream in = objects.open(prefix + name)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("the object is larger than 1 MiB");
      }
      return Optional.of(new String(bytes, UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
