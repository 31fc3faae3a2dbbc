package io.exportctl.collection.record;

/** Database and collection that the records of a line come from: rules 3 and 4. */
record CollectionName(String database, String collection) {

  /**
   * Reads a name such as {@code core:claim}.
   *
   * @throws IllegalArgumentException if it is not two words with a colon between them
   */
  static CollectionName parse(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0 || colon == text.length() - 1 || text.indexOf(':', colon + 1) >= 0) {
      throw new IllegalArgumentException(
          "\"" + text + "\" does not name a collection; write database:collection");
    }
    return new CollectionName(text.substring(0, colon), text.substring(colon + 1));
  }

  /** Returns true if a line comes from this collection, or does not say both parts. */
  boolean isOf(Envelope envelope) {
    if (!Truth.of(envelope.database()) || !Truth.of(envelope.collection())) {
      return true;
    }
    return database.equals(envelope.database()) && collection.equals(envelope.collection());
  }
}
