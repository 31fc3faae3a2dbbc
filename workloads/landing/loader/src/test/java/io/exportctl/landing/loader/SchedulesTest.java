package io.exportctl.landing.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.landing.format.Column;
import io.exportctl.landing.format.ColumnType;
import io.exportctl.s3.Crash;
import io.exportctl.s3.FaultS3;
import io.exportctl.s3.Turns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Interleaves a service that sends three extractions, three instances of the function, the sweep
 * and a reader: a seed decides who makes the next call to S3 or the catalog. Events are lost, come
 * twice and in any order, and instances crash. The conversion to Parquet is left out.
 */
@DisplayName("31, 33, 34: seeded schedules")
class SchedulesTest {

  /** Number of schedules: a fifth of the mover's, since each writes files. */
  private static final int SCHEDULES = Integer.getInteger("exportctl.schedules", 1_000) / 5;

  /** Seed of the first schedule; each night has another. */
  private static final int FIRST = Integer.getInteger("fuzz.seed", 1);

  private static final Instant LONG_AGO = Instant.parse("2026-06-01T02:00:00Z");
  private static final Instant NOW = Instant.parse("2026-08-04T02:00:00Z");
  private static final String OLD = "20260601010000Z";
  private static final List<String> NIGHTS =
      List.of("20260801010000Z", "20260802010000Z", "20260803010000Z");
  private static final Column ID = Sender.column("id", ColumnType.INTEGER);

  @TempDir Path folder;

  @Test
  void publishEachExtractionOnceAndNeverShowHalfOfOne() throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      for (int seed = FIRST; seed < FIRST + SCHEDULES; seed++) {
        new Schedule(seed).play(pool);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** One schedule. Only the thread whose turn it is may use the fields. */
  private final class Schedule {

    private final int seed;
    private final Random chance;
    private final MemoryCatalogue catalogue = new MemoryCatalogue();
    private final FaultS3 s3 = Platform.s3().at(InstantSource.fixed(LONG_AGO));
    private final Platform platform =
        new Platform(
            s3, FaultS3.EXPORT, FaultS3.TARGET, catalogue, folder, Platform.settings(false));
    private final List<Task> queue = new ArrayList<>();

    /** Number of files of each table and extraction. */
    private final Map<String, Integer> files = new TreeMap<>();

    private int crashesLeft;
    private int sweepsLeft = 50;
    private int busy;
    private boolean reading;
    private boolean sent;
    private boolean quiet;

    private Schedule(int seed) {
      this.seed = seed;
      this.chance = new Random(seed);
      this.crashesLeft = chance.nextInt(4);
      platform.converter = Schedule::copy;
    }

    private static long copy(CheckedPart part, List<LoadedColumn> columns, Path target)
        throws SQLException {
      try {
        Files.copy(part.lines(), target);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return part.result().rows();
    }

    private void play(ExecutorService pool) throws Exception {
      send(OLD, List.of("note", "gone"), 1);
      platform.load(OLD);
      s3.at(InstantSource.fixed(NOW));
      List<Consumer<Turns>> kinds =
          List.of(this::send, this::work, this::work, this::work, this::sweep, this::read);
      Turns turns = new Turns(seed, kinds.size());
      s3.gate = turns::next;
      s3.beforeEvery("", this::maybeCrash);
      s3.afterEvery("", this::maybeCrash);
      catalogue.beforeRead = turns::next;
      catalogue.beforeWrite =
          () -> {
            turns.next();
            maybeCrash();
          };
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < kinds.size(); i++) {
        int thread = i;
        ends.add(pool.submit(() -> turns.run(thread, () -> kinds.get(thread).accept(turns))));
      }
      for (Future<?> end : ends) {
        end.get();
      }
      s3.gate = () -> {};
      s3.heal();
      catalogue.beforeRead = () -> {};
      catalogue.beforeWrite = () -> {};
      checkEnd();
    }

    private void checkEnd() throws Exception {
      boolean refused = isRefused();
      for (int i = 0; i < 2; i++) {
        platform.deleteOld(NOW.plus(Duration.ofHours(1)));
      }
      List<String> published = refused ? List.of(NIGHTS.get(0), NIGHTS.get(2)) : NIGHTS;

      assertThat(platform.partitionFiles("note").keySet())
          .as("seed %d: %s", seed, s3.journal)
          .containsExactlyElementsOf(published);
      assertThat(platform.tables().keySet())
          .as("seed %d", seed)
          .containsExactly("notes_dev.note", "notes_dev_history.gone", "notes_dev_history.note");
      assertThat(catalogue.find("notes_dev", "note").orElseThrow().timestamp())
          .isEqualTo(NIGHTS.get(2));
      assertThat(platform.files())
          .as("seed %d", seed)
          .hasSize(published.stream().mapToInt(it -> files.get("note " + it)).sum());
      for (String night : NIGHTS) {
        assertThat(platform.verdict(night).orElseThrow())
            .contains(published.contains(night) ? "\"published\"" : "\"refused\"");
      }
    }

    /** In every third schedule, the second of the extractions has a bad line. */
    private boolean isRefused() {
      return seed % 3 == 0;
    }

    private void send(Turns turns) {
      List<String> nights = new ArrayList<>(NIGHTS);
      if (chance.nextInt(3) == 0) {
        nights.add(nights.remove(0));
      }
      for (String night : nights) {
        boolean bad = isRefused() && night.equals(NIGHTS.get(1));
        int parts = bad ? -2 : 1 + chance.nextInt(3);
        retry(() -> send(night, List.of("note"), parts));
        for (int events = chance.nextInt(4); events > 0; events--) {
          queue.add(new Task.Arrived(night));
        }
        pause(turns);
      }
      sent = true;
    }

    /**
     * Writes an extraction.
     *
     * @param parts number of parts of each table; if it is negative, the last one has a bad line
     */
    private void send(String timestamp, List<String> tables, int parts) throws Exception {
      List<Column> columns = new ArrayList<>(List.of(ID));
      if (timestamp.equals(NIGHTS.get(1))) {
        columns.add(Sender.column("text", ColumnType.TEXT));
      }
      String row = columns.size() > 1 ? "{\"id\":1,\"text\":\"\"}\n" : "{\"id\":1}\n";
      String[] lines = new String[Math.abs(parts)];
      for (int part = 0; part < lines.length; part++) {
        lines[part] = parts < 0 && part == lines.length - 1 ? "[]\n" : row.repeat(part + 1);
      }
      Sender sender = platform.sender(timestamp);
      for (String table : tables) {
        sender.table(table, columns, lines);
        files.put(table + " " + timestamp, lines.length);
      }
      sender.send();
    }

    private void work(Turns turns) {
      while (!quiet) {
        if (queue.isEmpty()) {
          turns.next();
          continue;
        }
        Task task = queue.remove(chance.nextInt(queue.size()));
        busy++;
        if (!isDone(task) || chance.nextInt(8) == 0) {
          queue.add(task);
        }
        busy--;
      }
    }

    private boolean isDone(Task task) {
      try {
        Loader loader = platform.loader();
        if (task instanceof Task.Arrived arrived) {
          int parts = loader.arrived(arrived.timestamp()).parts();
          for (int index = 0; index < parts; index++) {
            queue.add(new Task.LoadPart(arrived.timestamp(), index));
          }
        } else if (task instanceof Task.LoadPart part) {
          loader.part(part.timestamp(), part.index());
        }
        return true;
      } catch (Crash | IllegalStateException e) {
        return false;
      } catch (IOException | SQLException e) {
        throw new AssertionError(e);
      }
    }

    private void sweep(Turns turns) {
      while (!quiet) {
        boolean idle = queue.isEmpty() && busy == 0;
        if (!idle && sweepsLeft == 0) {
          turns.next();
          continue;
        }
        sweepsLeft -= idle ? 0 : 1;
        boolean last = sent && idle;
        try {
          List<String> unfinished = platform.sweep(NOW.plus(Duration.ofMinutes(31))).unfinished();
          unfinished.forEach(it -> queue.add(new Task.Arrived(it)));
          // An hour is between two sweeps: no query takes as long.
          if (!reading) {
            platform.deleteOld(NOW);
          }
          quiet = last && unfinished.isEmpty();
        } catch (Crash | IllegalStateException e) {
          // The next sweep goes on.
        } catch (IOException e) {
          throw new AssertionError(e);
        }
        pause(turns);
      }
    }

    /** Reads all tables, again and again: each has all files of one extraction. */
    private void read(Turns turns) {
      while (!quiet) {
        reading = true;
        try {
          for (CatalogueTable table : catalogue.tables("notes_dev")) {
            check(table.name(), table.timestamp(), table.location());
          }
          for (CatalogueTable table : catalogue.tables("notes_dev_history")) {
            for (Catalogue.Partition it : catalogue.partitions(table.database(), table.name())) {
              check(table.name(), it.timestamp(), it.location());
            }
          }
        } catch (Crash e) {
          // A query that failed is made again.
        }
        reading = false;
        pause(turns);
      }
    }

    private void check(String table, String timestamp, String location) {
      assertThat(platform.countFiles(location))
          .as("seed %d: files of %s of %s: %s", seed, table, timestamp, s3.journal)
          .isEqualTo(files.get(table + " " + timestamp));
    }

    private void pause(Turns turns) {
      for (int pause = chance.nextInt(16); pause > 0; pause--) {
        turns.next();
      }
    }

    private void maybeCrash() {
      if (crashesLeft > 0 && chance.nextInt(25) == 0) {
        crashesLeft--;
        throw new Crash();
      }
    }
  }

  private interface Step {
    void run() throws Exception;
  }

  /** Repeats a step of the service, which writes the same again. */
  private static void retry(Step step) {
    while (true) {
      try {
        step.run();
        return;
      } catch (Crash e) {
        // The job tries again.
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }
}
