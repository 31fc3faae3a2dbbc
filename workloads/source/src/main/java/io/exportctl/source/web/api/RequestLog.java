package io.exportctl.source.web.api;

import io.exportctl.source.fault.StoreException;
import io.exportctl.source.text.Json;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Lines of JSON about requests; they hold no key, header, query or cell. */
public final class RequestLog {

  private final PrintStream out;
  private final InstantSource clock;

  public RequestLog(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  public void request(String client, String path, int status) {
    write("event", "request", "client", client, "path", path, "status", status);
  }

  public void refusal(String reason) {
    write("event", "refused", "reason", reason);
  }

  public void failure(Exception failure) {
    String code =
        failure instanceof StoreException store
            ? store.fault().code()
            : failure.getClass().getSimpleName();
    write("event", "failure", "code", code);
  }

  private void write(Object... fields) {
    Object[] all = new Object[fields.length + 2];
    all[0] = "time";
    all[1] = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    System.arraycopy(fields, 0, all, 2, fields.length);
    out.println(Json.object(all));
  }
}
