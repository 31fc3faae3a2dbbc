package io.exportctl.collection.key;

/**
 * Keys of a file, for tests and laptops.
 *
 * @param path of a JSON object from each sealed key's text to the key in base64
 */
public record FileKeySettings(String path) implements KeySettings {

  private static final long serialVersionUID = 1;
}
