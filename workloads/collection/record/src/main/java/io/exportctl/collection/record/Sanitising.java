package io.exportctl.collection.record;

/** Replacements in every name and string: rules 25 and 26 of docs/collection.md. */
final class Sanitising {

  private Sanitising() {}

  /** Returns the sanitised text, which is the same object if nothing is replaced. */
  static String apply(String text) {
    // Each in turn, as one may make what the next replaces: "$archived" ends as "d_removed".
    String dollars = text.indexOf('$') < 0 ? text : text.replace("$", "d_");
    String nulls = dollars.indexOf('\0') < 0 ? dollars : dollars.replace("\0", "");
    if (!nulls.contains("_archived")) {
      return nulls;
    }
    return nulls.replace("_archivedDateTime", "_removedDateTime").replace("_archived", "_removed");
  }
}
