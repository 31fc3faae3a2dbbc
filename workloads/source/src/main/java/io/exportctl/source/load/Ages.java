package io.exportctl.source.load;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.database.Database;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ages of the data of sources. */
public final class Ages {

  private Ages() {}

  /**
   * Returns the seconds since the newest good load of each source; of one that was never loaded,
   * since it was seen first.
   */
  public static Map<String, Long> seconds(Database database, List<SourceConfig> sources) {
    return database.inTransaction(
        sql -> {
          Map<String, Long> ages = new TreeMap<>();
          for (SourceConfig source : sources) {
            Registry.ensure(sql, source);
            long age =
                sql.row(
                        "select extract(epoch from now() - coalesce((select max(finished_at)"
                            + " from operations.load l where l.dataset = d.name"
                            + " and l.state in ('done', 'superseded')), d.seen_at))::bigint as age"
                            + " from operations.dataset d where name = ?",
                        source.name())
                    .orElseThrow()
                    .number("age");
            ages.put(source.name(), age);
          }
          return ages;
        });
  }
}
