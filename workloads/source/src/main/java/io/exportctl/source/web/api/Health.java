package io.exportctl.source.web.api;

import io.exportctl.source.fault.StoreException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Readiness of the process for requests. */
public final class Health {

  private final Map<String, Check> checks = new LinkedHashMap<>();
  private volatile boolean isStopping;

  /** A part that may be out of order. */
  @FunctionalInterface
  public interface Check {

    /** Returns true if the part works; an exception counts as false. */
    boolean isFine() throws Exception;
  }

  /**
   * Adds a check.
   *
   * @param fault what is wrong if it fails
   */
  public Health with(String fault, Check check) {
    checks.put(fault, check);
    return this;
  }

  /** Tells from now on that the process ends, so that no more requests are sent to it. */
  void stop() {
    isStopping = true;
  }

  /** Returns the status of the process, with the first fault. */
  Reply ready() {
    if (isStopping) {
      return Reply.error(503, "the process ends");
    }
    for (Map.Entry<String, Check> check : checks.entrySet()) {
      if (!isFine(check.getValue())) {
        return Reply.error(503, check.getKey());
      }
    }
    return Reply.json(Map.of("status", "OK"));
  }

  private static boolean isFine(Check check) {
    try {
      return check.isFine();
    } catch (StoreException e) {
      return false;
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      return false;
    }
  }
}
