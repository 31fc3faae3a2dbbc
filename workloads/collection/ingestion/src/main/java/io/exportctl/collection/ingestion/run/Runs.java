package io.exportctl.collection.ingestion.run;

import io.exportctl.collection.ingestion.config.ExitStatus;
import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.source.Manifest;
import io.exportctl.collection.ingestion.table.Merge;
import io.exportctl.collection.ingestion.table.Redaction;
import io.exportctl.collection.ingestion.table.TableLayout;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs the dates of a plan one after the other. */
public final class Runs {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd't'HHmmssSSS'z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final RunContext context;
  private final Supplier<String> suffixes;
  private final KeyUses keys = new KeyUses();

  /**
   * @param suffixes ends of the names of runs, different in each process
   */
  public Runs(RunContext context, Supplier<String> suffixes) {
    this.context = context;
    this.suffixes = suffixes;
  }

  /** Takes the end of each date's run. */
  public interface Listener {

    /** Called with the record of a date that is published. */
    void ended(RunRecord record);

    /** Called with the failure of a date that is not. */
    void failed(LocalDate date, IngestionException failure);
  }

  /**
   * Runs earlier dates that need it, then the wanted ones. After a failure that concerns the date
   * alone, the others go on.
   *
   * @param force true to read files again that were published before
   * @return the exit code
   */
  public int run(RunPlan plan, boolean force, Listener listener) {
    int status = ExitStatus.FINE;
    for (LocalDate date : plan.catchUp()) {
      if (needsCatchUp(date)) {
        status = Math.max(status, run(date, false, listener));
      }
    }
    for (LocalDate date : plan.wanted()) {
      status = Math.max(status, run(date, force, listener));
    }
    return status;
  }

  /** Computes the tables that are made of all dates anew. */
  public void rebuild() {
    new TableLayout(context.warehouse(), context.job()).prepare();
    if (context.job().latest().isPresent()) {
      new Merge(context.warehouse(), context.job()).rebuild();
    }
    if (context.job().redacted()) {
      new Redaction(context.warehouse(), context.job()).rebuild();
    }
  }

  /** Returns the name of a run that begins now; names sort by time. */
  public static String name(Instant now, String suffix) {
    return TIME.format(now) + "-" + suffix;
  }

  private int run(LocalDate date, boolean force, Listener listener) {
    String run = name(context.clock().instant(), suffixes.get());
    try {
      listener.ended(new DateRun(context, keys, date, run).run(force));
      return ExitStatus.FINE;
    } catch (IngestionException e) {
      listener.failed(date, e);
      return e.status();
    }
  }

  /**
   * Returns true for a date whose files are others than those that were last read to the end, or
   * whose last run failed for another reason than their contents.
   */
  private boolean needsCatchUp(LocalDate date) {
    Manifest manifest = context.listing().list(date);
    if (manifest.files().isEmpty()) {
      return false;
    }
    Optional<RunRecord> newest = context.log().newest(date);
    boolean isSame = newest.filter(it -> it.manifest().equals(manifest.digest())).isPresent();
    if (!isSame) {
      return true;
    }
    RunRecord record = newest.orElseThrow();
    return switch (record.state()) {
      case COMPLETED, NOTHING_NEW -> false;
      case IN_PROGRESS -> true;
      case FAILED -> record.failure().filter(it -> !Threshold.isReason(it.reason())).isPresent();
    };
  }
}
