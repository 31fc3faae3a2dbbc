package io.exportctl.landing.extractor.support;

import io.exportctl.landing.extractor.sink.Destination;
import io.exportctl.landing.extractor.sink.FolderDestination;
import io.exportctl.landing.extractor.sink.Upload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A folder that runs something when a part begins: a worker reads its table by then, in the
 * snapshot.
 */
public final class HookedDestination implements Destination {

  private final Destination folder;
  private final Action action;
  private final AtomicInteger left;

  private HookedDestination(Destination folder, Action action, int times) {
    this.folder = folder;
    this.action = action;
    left = new AtomicInteger(times);
  }

  /** Something that is done while the extraction runs. */
  public interface Action {
    void run() throws Exception;
  }

  /** Runs the action when the first part begins. */
  public static HookedDestination once(Path folder, Action action) {
    return times(folder, 1, action);
  }

  /** Runs the action when each of the first parts begins. */
  public static HookedDestination times(Path folder, int times, Action action) {
    return new HookedDestination(new FolderDestination(folder), action, times);
  }

  @Override
  public void check(String key) throws IOException {
    folder.check(key);
  }

  @Override
  public Upload begin(String key) throws IOException {
    if (left.getAndDecrement() > 0) {
      try {
        action.run();
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
    return folder.begin(key);
  }

  @Override
  public void put(String key, byte[] content) throws IOException {
    folder.put(key, content);
  }
}
