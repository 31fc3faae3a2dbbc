package io.exportctl.source.upload;

import io.exportctl.source.catalogue.SourceConfig;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A person who signed in.
 *
 * @param subject id at the identity provider
 * @param email missing if the provider did not check it
 */
public record Person(String subject, String name, Optional<String> email, List<String> groups) {

  /** Copies the list. */
  public Person {
    groups = List.copyOf(groups);
  }

  /** True if a group of the person, or the e-mail address, is one of the source's uploaders. */
  public boolean mayUpload(SourceConfig config) {
    String address = email.orElse("").toLowerCase(Locale.ROOT);
    return config.uploaders().stream()
        .anyMatch(
            it ->
                it.contains("@")
                    ? it.toLowerCase(Locale.ROOT).equals(address)
                    : groups.contains(it));
  }

  /** Leaves out all, which is personal. */
  @Override
  public String toString() {
    return "person";
  }
}
