package io.exportctl.landing.extractor.sink;

import java.io.IOException;
import java.io.OutputStream;

/** An object that is written and stays invisible until it is completed. */
public abstract class Upload extends OutputStream {

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  /** Ends the content; the object stays invisible. */
  @Override
  public abstract void close() throws IOException;

  /** Makes the object visible; never replaces another. */
  public abstract void complete() throws IOException;

  /** Discards the object; does nothing after {@link #complete}. */
  public abstract void abort() throws IOException;
}
