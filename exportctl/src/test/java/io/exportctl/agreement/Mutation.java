package io.exportctl.agreement;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document of the corpus with a few random changes. The same seed gives the same document.
 *
 * @param schema the schema of the document
 */
public record Mutation(String schema, String text) {

  private static final int MOST_CHANGES = 4;
  private static final int LONGEST_DOCUMENT = 2_000;

  private static final List<String> FRAGMENTS =
      Stream.concat(Corpus.fragments().stream(), Corpus.scalars().stream()).toList();
  private static final Map<String, List<String>> DOCUMENTS =
      Corpus.SCHEMAS.stream().collect(Collectors.toMap(schema -> schema, Mutation::documents));

  public static Mutation of(long seed) {
    Random random = new Random(seed);
    String schema = one(Corpus.SCHEMAS, random);
    StringBuilder text = new StringBuilder(one(DOCUMENTS.get(schema), random));
    for (int changes = random.nextInt(MOST_CHANGES + 1); changes > 0; changes--) {
      change(text, random);
    }
    return new Mutation(schema, text.toString());
  }

  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Reduces the document by removing ever smaller parts while it still shows the fault. */
  public Mutation smallest(Predicate<Mutation> isFaulty) {
    Mutation smallest = this;
    for (int size = text.length(); size > 0; size /= 2) {
      int start = 0;
      while (start + size <= smallest.text.length()) {
        String less = new StringBuilder(smallest.text).delete(start, start + size).toString();
        Mutation smaller = new Mutation(schema, less);
        if (isFaulty.test(smaller)) {
          smallest = smaller;
        } else {
          start++;
        }
      }
    }
    return smallest;
  }

  /** Picks a document, half of the time a valid one, as mutants of invalid ones stay invalid. */
  private static List<String> documents(String schema) {
    Map<Boolean, List<Path>> files =
        Corpus.files(schema).stream()
            .filter(file -> file.toFile().length() < LONGEST_DOCUMENT)
            .collect(
                Collectors.partitioningBy(
                    file -> file.getFileName().toString().startsWith("valid-")));
    List<Path> valid = files.get(true);
    List<Path> others = files.get(false);
    return Stream.concat(
            others.stream(),
            Stream.generate(() -> valid).flatMap(List::stream).limit(others.size()))
        .map(Corpus::text)
        .toList();
  }

  private static void change(StringBuilder text, Random random) {
    int start = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), start + random.nextInt(4));
    switch (random.nextInt(6)) {
      case 0 -> text.delete(start, end);
      case 1 -> text.replace(start, end, one(FRAGMENTS, random));
      case 2 -> replaceValue(text, start, one(FRAGMENTS, random));
      case 3 -> replaceValue(text, start, one(FRAGMENTS, random) + one(FRAGMENTS, random));
      case 4 -> text.insert(text.lastIndexOf("\n", start) + 1, " ".repeat(random.nextInt(3)));
      default -> text.insert(start, one(FRAGMENTS, random));
    }
  }

  /** Replaces the text from the last colon, dash or line break up to the end of the line. */
  private static void replaceValue(StringBuilder text, int place, String value) {
    int start = place;
    while (start > 0 && ":-\n".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    int end = text.indexOf("\n", place);
    text.replace(start, end < 0 ? text.length() : end, " " + value);
  }

  private static <T> T one(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
