package io.exportctl.source.load;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.database.Database;
import io.exportctl.source.database.ResultRow;
import io.exportctl.source.database.Sql;
import java.util.Optional;

/** The versions and files of a source, for a person. */
public final class Status {

  private static final int MOST_FILES = 20;

  private Status() {}

  /** Returns lines of text. */
  public static String text(Database database, SourceConfig config) {
    return database.inTransaction(sql -> text(sql, config));
  }

  private static String text(Sql sql, SourceConfig config) {
    StringBuilder text = new StringBuilder(config.name() + " (" + config.table() + ")\n");
    long served = Versions.current(sql, config.name()).map(Version::id).orElse(-1L);
    for (Version version : Versions.all(sql, config.name())) {
      text.append("  version ").append(version.id()).append(": ").append(version.rows());
      text.append(" rows of \"").append(version.file()).append('"');
      text.append(version.id() == served ? ", served" : version.isKept() ? ", kept" : ", gone");
      text.append('\n');
    }
    sql.row(
            "select fetch_error ->> 'text' as reason from operations.dataset where name = ?"
                + " and fetch_error is not null",
            config.name())
        .ifPresent(
            it -> text.append("  last fetch failed: ").append(it.text("reason")).append('\n'));
    sql.row(
            "select o.load_id, o.error ->> 'text' as reason from operations.outbox o"
                + " join operations.load l on l.id = o.load_id"
                + " where l.dataset = ? and o.state = 'failed' order by o.id desc limit 1",
            config.name())
        .ifPresent(
            it ->
                text.append("  not told of version ")
                    .append(it.number("load_id"))
                    .append(": ")
                    .append(it.text("reason"))
                    .append('\n'));
    for (ResultRow file :
        sql.rows(
            "select file_name, state, attempts, error ->> 'text' as reason, error ->> 'line' as line"
                + " from operations.file where dataset = ? order by number desc limit "
                + MOST_FILES,
            config.name())) {
      text.append("  file \"").append(file.text("file_name")).append("\": ");
      text.append(file.text("state"));
      Optional<String> line = file.findText("line");
      file.findText("reason")
          .ifPresent(
              it ->
                  text.append(" after ")
                      .append(file.number("attempts"))
                      .append(" attempts: ")
                      .append(line.map(number -> "line " + number + ", ").orElse(""))
                      .append(it));
      text.append('\n');
    }
    return text.toString();
  }
}
