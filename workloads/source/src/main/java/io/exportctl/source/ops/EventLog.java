package io.exportctl.source.ops;

import io.exportctl.source.fault.StoreException;
import io.exportctl.source.text.Json;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Lines of JSON about tasks; they hold no key, header or cell. */
public final class EventLog {

  private final PrintStream out;
  private final InstantSource clock;

  public EventLog(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  /**
   * Writes a line.
   *
   * @param event its kind, such as {@code loaded}
   * @param fields names and values in turn
   */
  public void write(String event, Object... fields) {
    Object[] all = new Object[fields.length + 4];
    all[0] = "time";
    all[1] = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    all[2] = "event";
    all[3] = event;
    System.arraycopy(fields, 0, all, 4, fields.length);
    out.println(Json.object(all));
  }

  /**
   * Writes a failure of a task, by its code and place; the message of another library stays out.
   */
  public void failure(String task, String subject, Throwable failure) {
    boolean ours = failure instanceof StoreException;
    write(
        "failure",
        "task",
        task,
        "subject",
        subject,
        "code",
        ours ? ((StoreException) failure).fault().code() : failure.getClass().getSimpleName(),
        "text",
        ours ? ((StoreException) failure).fault().sentence() : "");
  }

  /** Writes metrics as a line of CloudWatch's embedded metric format. */
  public void metric(Metric metric) {
    out.println(metric.line(clock.instant()));
  }
}
