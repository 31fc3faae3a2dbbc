package io.exportctl.landing.extractor.sink;

import io.exportctl.landing.extractor.fault.ExtractionException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder, for a run without AWS. Files that are not complete are called {@code .*.partial}. */
public record FolderDestination(Path folder) implements Destination {

  @Override
  public void check(String key) throws IOException {
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw ExtractionException.usage(
          "LOCAL_EXPORT_DESTINATION is not a folder that can be written to: " + folder);
    }
  }

  @Override
  public Upload begin(String key) throws IOException {
    Path file = folder.resolve(key);
    Files.createDirectories(file.getParent());
    Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
    return new FileUpload(
        file, partial, new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16));
  }

  @Override
  public void put(String key, byte[] content) throws IOException {
    Upload upload = begin(key);
    try (upload) {
      upload.write(content, 0, content.length);
    }
    upload.complete();
  }

  private static final class FileUpload extends Upload {

    private final Path file;
    private final Path partial;
    private final OutputStream out;

    FileUpload(Path file, Path partial, OutputStream out) {
      this.file = file;
      this.partial = partial;
      this.out = out;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }

    /** A link, unlike a move, fails if the file exists. */
    @Override
    public void complete() throws IOException {
      Files.createLink(file, partial);
      Files.delete(partial);
    }

    @Override
    public void abort() throws IOException {
      out.close();
      Files.deleteIfExists(partial);
    }
  }
}
