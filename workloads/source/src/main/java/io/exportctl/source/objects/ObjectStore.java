package io.exportctl.source.objects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** A store of objects, which are never overwritten. Keys are built of checked names only. */
public interface ObjectStore {

  /**
   * An object in a listing.
   *
   * @param size in bytes
   */
  record Entry(String key, long size) {}

  /**
   * Writes an object, all or nothing; one that exists stays as it is.
   *
   * @return false if an object of this key exists
   */
  boolean put(String key, Path file) throws IOException;

  /**
   * Opens an object.
   *
   * @throws java.nio.file.NoSuchFileException if there is none of this key
   */
  InputStream open(String key) throws IOException;

  /** Gives an object up that nothing refers to: it is deleted, at once or after some time. */
  void discard(String key) throws IOException;

  boolean exists(String key) throws IOException;

  /** Lists the objects whose keys begin like this, sorted by key. */
  List<Entry> list(String prefix) throws IOException;
}
