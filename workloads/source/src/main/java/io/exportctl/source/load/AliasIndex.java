package io.exportctl.source.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.catalogue.SourceConfig.Alias;
import io.exportctl.source.catalogue.SourceConfig.Ignore;
import io.exportctl.source.csv.CellType;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Indexes of the columns by which an alias finds one row. */
public final class AliasIndex {

  /** Types whose text does not depend on a setting of the session, so that it can be indexed. */
  private static final Set<CellType> STEADY =
      EnumSet.of(
          CellType.TEXT, CellType.BOOLEAN, CellType.INTEGER, CellType.BIGINT, CellType.NUMERIC);

  private static final int HASH_BYTES = 6;

  private AliasIndex() {}

  /**
   * Returns what an alias compares.
   *
   * @param sql a column or a parameter, as text
   */
  public static String compared(String sql, Alias alias) {
    String compared = alias.ignore().contains(Ignore.CASE) ? "lower(" + sql + ")" : sql;
    return alias.ignore().contains(Ignore.SPACES) ? "replace(" + compared + ", ' ', '')" : compared;
  }

  /** Returns what an alias compares of a row. */
  public static String expression(Alias alias) {
    return compared(alias.by().orElseThrow().quoted() + "::text", alias);
  }

  /** Makes the indexes that a relation lacks. Those by a hash take cells of any length. */
  static void create(LoadContext context, Relation relation) {
    List<LoadedColumn> columns = context.loadedColumns();
    for (Alias alias : context.config().aliases()) {
      boolean fits =
          alias.by().isPresent()
              && columns.stream()
                  .anyMatch(it -> it.name().equals(alias.by().get()) && STEADY.contains(it.type()));
      if (fits) {
        String expression = expression(alias);
        context
            .sql()
            .update(
                "create index if not exists "
                    + name(relation, expression)
                    + " on "
                    + relation.qualified()
                    + " using hash (("
                    + expression
                    + "))");
      }
    }
  }

  private static String name(Relation relation, String expression) {
    byte[] hash = Sha256.digest().digest(expression.getBytes(UTF_8));
    return relation.name() + "_" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
  }
}
