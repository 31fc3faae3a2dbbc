package io.exportctl.collection.record;

/** Change of the source's database that a record reports. */
public enum Operation {
  INSERT,
  DELETE
}
