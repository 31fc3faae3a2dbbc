package io.exportctl.source.web.upload;

import io.exportctl.source.fault.StoreException;
import io.exportctl.source.load.TemporaryFolder;
import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/** Receives the files of forms: at most three at once, of bounded size, while the disk has room. */
public final class Receiver {

  private static final String CONFIG = "org.eclipse.jetty.multipartConfig";
  private static final int AT_ONCE = 3;
  private static final long FORM_ITSELF = 64 << 10;
  private static final long RESERVE = 512L << 20;

  private final Path temporary;
  private final long mostBytes;
  private final LongSupplier freeBytes;
  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * Creates a receiver.
   *
   * @param mostBytes of a file
   * @param freeBytes of the disk that holds the temporary folder
   */
  public Receiver(Path temporary, long mostBytes, LongSupplier freeBytes) {
    this.temporary = temporary;
    this.mostBytes = mostBytes;
    this.freeBytes = freeBytes;
  }

  long mostBytes() {
    return mostBytes;
  }

  /** A file that was not received. */
  static final class NotReceived extends Exception {

    private static final long serialVersionUID = 1;
    private final int status;

    NotReceived(int status, String message) {
      super(message);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /** Takes a file that was received, which is deleted afterwards. */
  @FunctionalInterface
  interface Taker {

    UUID take(Path file, String name);
  }

  /**
   * Receives the file of a form.
   *
   * @throws NotReceived with the status and a sentence for the person
   * @throws StoreException if the file is refused
   */
  UUID receive(Context context, Taker taker) throws NotReceived {
    long length = context.req().getContentLengthLong();
    if (length > mostBytes + FORM_ITSELF) {
      throw tooLarge();
    }
    if (freeBytes.getAsLong() < RESERVE + 2 * (length < 0 ? mostBytes : length)) {
      throw new NotReceived(503, "The disk of the server is nearly full. Tell those who run it");
    }
    if (!places.tryAcquire()) {
      throw new NotReceived(503, "Other files are arriving just now. Try again in a minute");
    }
    try {
      Path folder = Files.createTempDirectory(temporary, "received");
      try {
        return receive(context, folder, taker);
      } finally {
        TemporaryFolder.delete(folder);
      }
    } catch (IOException e) {
      throw new NotReceived(400, "The file did not arrive whole. Try again");
    } finally {
      places.release();
    }
  }

  private UUID receive(Context context, Path folder, Taker taker) throws IOException, NotReceived {
    context
        .req()
        .setAttribute(
            CONFIG,
            new MultipartConfigElement(folder.toString(), mostBytes, mostBytes + FORM_ITSELF, 0));
    Part part;
    try {
      part = context.req().getPart("file");
    } catch (ServletException | IllegalStateException e) {
      throw isTooLarge(e)
          ? tooLarge()
          : new NotReceived(400, "The form did not arrive whole. Try again");
    }
    String name = part == null ? "" : String.valueOf(part.getSubmittedFileName());
    if (part == null || name.isEmpty()) {
      throw new NotReceived(400, "Choose a file");
    }
    if (part.getSize() > mostBytes) {
      throw tooLarge();
    }
    Path file = folder.resolve("file");
    part.write(file.toString());
    return taker.take(file, name);
  }

  /** The size of a body that does not tell it is counted while it is read. */
  private static boolean isTooLarge(Throwable failure) {
    for (Throwable it = failure; it != null; it = it.getCause()) {
      if (it.getClass() == IllegalStateException.class) {
        return true;
      }
    }
    return false;
  }

  private NotReceived tooLarge() {
    return new NotReceived(413, "The file is larger than " + Times.size(mostBytes));
  }
}
