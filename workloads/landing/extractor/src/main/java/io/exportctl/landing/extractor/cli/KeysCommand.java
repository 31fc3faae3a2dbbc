package io.exportctl.landing.extractor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.landing.extractor.fault.ExitStatus;
import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.format.KeyCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks a listing of keys, one a line; {@code aws s3 ls --recursive} prints such a listing.
 *
 * @param prefix of all keys, which is not checked
 */
record KeysCommand(String prefix, PrintStream out, PrintStream err) {

  /** Time and size, before a key. */
  private static final Pattern COLUMNS =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2} +\\d+ ");

  /**
   * Checks the listing in a file.
   *
   * @param file {@code -} for standard input
   * @throws ExtractionException if the file cannot be read
   */
  ExitStatus run(String file, InputStream in) {
    try (InputStream listing = file.equals("-") ? in : Files.newInputStream(Path.of(file))) {
      return run(new BufferedReader(new InputStreamReader(listing, UTF_8)));
    } catch (IOException e) {
      throw ExtractionException.usage("cannot read the listing \"%s\"".formatted(file), e);
    }
  }

  private ExitStatus run(BufferedReader listing) throws IOException {
    int keys = 0;
    int wrong = 0;
    int number = 0;
    for (String line = listing.readLine(); line != null; line = listing.readLine()) {
      number++;
      String key = COLUMNS.matcher(line).replaceFirst("");
      if (key.isBlank()) {
        continue;
      }
      keys++;
      Optional<String> fault = fault(key);
      if (fault.isPresent()) {
        wrong++;
        err.println(Texts.printable("line %d: \"%s\" %s".formatted(number, key, fault.get())));
      }
    }
    out.printf("%d of %d keys are wrong%n", wrong, keys);
    return wrong == 0 ? ExitStatus.PUBLISHED : ExitStatus.USAGE;
  }

  private Optional<String> fault(String key) {
    return key.startsWith(prefix)
        ? KeyCheck.fault(key.substring(prefix.length()))
        : Optional.of("is not below \"%s\", the prefix of S3_DESTINATION".formatted(prefix));
  }
}
