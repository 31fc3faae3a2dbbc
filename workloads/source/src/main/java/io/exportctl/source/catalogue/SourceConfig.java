package io.exportctl.source.catalogue;

import com.google.re2j.Pattern;
import io.exportctl.source.csv.ParseOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A source, as its reviewed file describes it.
 *
 * @param fetch missing for an upload
 * @param uploaders groups and e-mail addresses; empty for fetched data
 * @param columns empty for all of the header
 * @param id column whose unique integers are the rows' ids; missing for the row's number
 * @param readers ids of the Hawk clients that may read
 */
public record SourceConfig(
    String name,
    TableName table,
    Optional<FetchConfig> fetch,
    List<String> uploaders,
    Unpack unpack,
    ParseOptions parse,
    Mode mode,
    Vanished vanished,
    Optional<String> id,
    List<ColumnConfig> columns,
    Expect expect,
    OptionalInt staleAfterHours,
    List<String> readers,
    List<Alias> aliases,
    Optional<Notify> tell) {

  /** Copies the lists. */
  public SourceConfig {
    uploaders = List.copyOf(uploaders);
    columns = List.copyOf(columns);
    readers = List.copyOf(readers);
    aliases = List.copyOf(aliases);
  }

  /** How the files of a source become rows. */
  public enum Mode {
    /** The newest file is the whole table. */
    REPLACE,
    /** The rows of all files, one after the other. */
    INCREMENTAL,
    /** Each file is the whole table; only what differs is written. */
    SNAPSHOT
  }

  /** Fate of rows that a snapshot lacks. */
  public enum Vanished {
    REMOVE,
    KEEP
  }

  /**
   * Opening of archives.
   *
   * @param depth archives within archives
   * @param member found in the names of the files to take; missing for exactly one file
   */
  public record Unpack(int depth, Optional<Pattern> member) {}

  /**
   * Conditions of a load.
   *
   * @param maxShrinkPercent fewer rows than before, in percent, that are still accepted
   */
  public record Expect(OptionalInt minRows, OptionalInt maxShrinkPercent) {}

  /**
   * A path of the API of its own.
   *
   * @param by column by which one row is asked for
   * @param ignore what is not compared
   */
  public record Alias(
      String path,
      boolean camelCase,
      boolean includeId,
      Optional<ColumnName> by,
      List<Ignore> ignore) {

    /** Copies the list. */
    public Alias {
      ignore = List.copyOf(ignore);
    }
  }

  /** Differences that a comparison leaves out. */
  public enum Ignore {
    CASE,
    SPACES
  }

  /** Receiver of news about new rows: a DAG of Airflow, or an address. */
  public record Notify(Optional<String> airflow, Optional<URI> webhook) {}

  /** Returns this source with what was decided for one of its files. */
  public SourceConfig with(ParseOptions otherParse, List<ColumnConfig> otherColumns) {
    return new SourceConfig(
        name,
        table,
        fetch,
        uploaders,
        unpack,
        otherParse,
        mode,
        vanished,
        id,
        otherColumns,
        expect,
        staleAfterHours,
        readers,
        aliases,
        tell);
  }

  /** Returns a hash of all that decides which rows a file gives. */
  public String rowsHash() {
    String text = List.of(mode, vanished, id, unpack, parse, columns).toString();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public boolean mayRead(String client) {
    return readers.contains(client);
  }
}
