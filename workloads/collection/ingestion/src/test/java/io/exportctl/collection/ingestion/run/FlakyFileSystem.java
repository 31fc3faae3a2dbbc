package io.exportctl.collection.ingestion.run;

import io.exportctl.collection.ingestion.TestSpark;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.Seekable;

/** Files of this machine, whose reads fail some times. Spark makes it by its name. */
public final class FlakyFileSystem extends RawLocalFileSystem {

  static final String SCHEME = "flaky:";

  private static final AtomicInteger LEFT = new AtomicInteger();
  private static final AtomicInteger FAILED = new AtomicInteger();
  private static volatile String failing = "";
  private static volatile long after;

  static void register() {
    TestSpark.session()
        .sparkContext()
        .hadoopConfiguration()
        .set("fs.flaky.impl", FlakyFileSystem.class.getName());
  }

  /** Fails reads of a file, behind a number of bytes. */
  static void failReads(String name, int times, long bytes) {
    failing = name;
    after = bytes;
    LEFT.set(times);
    FAILED.set(0);
  }

  static int failures() {
    return FAILED.get();
  }

  @Override
  public URI getUri() {
    return URI.create("flaky:///");
  }

  @Override
  public FSDataInputStream open(Path file, int bufferSize) throws IOException {
    FSDataInputStream in = super.open(file, bufferSize);
    return file.getName().equals(failing) ? new FSDataInputStream(new Flaky(in)) : in;
  }

  private static final class Flaky extends java.io.FilterInputStream
      implements Seekable, PositionedReadable {

    private final FSDataInputStream source;
    private long read;

    Flaky(FSDataInputStream source) {
      super(source);
      this.source = source;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (read >= after && LEFT.getAndDecrement() > 0) {
        FAILED.incrementAndGet();
        throw new IOException("the disk is flaky");
      }
      int count = super.read(buffer, offset, Math.min(length, 8192));
      read += Math.max(0, count);
      return count;
    }

    @Override
    public void seek(long position) throws IOException {
      source.seek(position);
    }

    @Override
    public long getPos() throws IOException {
      return source.getPos();
    }

    @Override
    public boolean seekToNewSource(long position) throws IOException {
      return source.seekToNewSource(position);
    }

    @Override
    public int read(long position, byte[] buffer, int offset, int length) throws IOException {
      return source.read(position, buffer, offset, length);
    }

    @Override
    public void readFully(long position, byte[] buffer, int offset, int length) throws IOException {
      source.readFully(position, buffer, offset, length);
    }

    @Override
    public void readFully(long position, byte[] buffer) throws IOException {
      source.readFully(position, buffer);
    }
  }
}
