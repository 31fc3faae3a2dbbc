package io.exportctl.collection.key;

import io.exportctl.collection.json.JsonException;
import io.exportctl.collection.json.JsonFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Takes keys from a file: {@link FileKeySettings}. */
final class FileKeyOpener implements KeyOpener {

  private final Map<String, String> keys;

  private FileKeyOpener(Map<String, String> keys) {
    this.keys = keys;
  }

  /**
   * Reads a file.
   *
   * @throws KeyServiceException if it cannot be read
   */
  static FileKeyOpener read(Path file) throws KeyServiceException {
    try {
      return new FileKeyOpener(JsonFields.texts(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new KeyServiceException(
          KeyServiceException.Kind.REFUSES_US,
          "the file of keys \"" + file + "\" cannot be read; name one with --keys",
          e);
    } catch (JsonException e) {
      throw new KeyServiceException(
          KeyServiceException.Kind.REFUSES_US,
          "the file of keys \""
              + file
              + "\" is not a JSON object of sealed keys and keys in base64",
          e);
    }
  }

  @Override
  public DataKey open(SealedKey key) throws KeyRefusedException {
    Optional<String> found = Optional.ofNullable(keys.get(key.text()));
    return KeyText.decode(
        found.orElseThrow(() -> new KeyRefusedException("the file of keys does not have it")));
  }

  @Override
  public long retries() {
    return 0;
  }
}
