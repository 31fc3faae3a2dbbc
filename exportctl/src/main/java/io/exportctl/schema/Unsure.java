package io.exportctl.schema;

/** Ends the fast check of a document on which only the schema library can decide. */
@SuppressWarnings("serial")
final class Unsure extends Exception {

  Unsure() {
    super(null, null, false, false);
  }

  /** Throws unless a condition of the fast check holds. */
  static void unless(boolean isCertain) throws Unsure {
    if (!isCertain) {
      throw new Unsure();
    }
  }
}
