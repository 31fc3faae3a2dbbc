package io.exportctl.landing.extractor.sink;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Sends the parts of an upload in another thread, one at a time. */
final class PartSender {

  private Optional<Sending> current = Optional.empty();

  private record Sending(FutureTask<CompletedPart> task, Thread thread) {}

  /** Starts to send a part; the one before must have been awaited. */
  void start(Callable<CompletedPart> send) {
    FutureTask<CompletedPart> task = new FutureTask<>(send);
    Thread thread = new Thread(task, "upload");
    current = Optional.of(new Sending(task, thread));
    thread.start();
  }

  /** Waits for the part that is being sent, and returns it if there is one. */
  Optional<CompletedPart> await() throws IOException {
    if (current.isEmpty()) {
      return Optional.empty();
    }
    try {
      CompletedPart part = current.get().task().get();
      current = Optional.empty();
      return Optional.of(part);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /** Ends the thread, and waits until it has ended. */
  void cancel() {
    current.ifPresent(
        it -> {
          it.thread().interrupt();
          join(it.thread());
        });
    current = Optional.empty();
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
