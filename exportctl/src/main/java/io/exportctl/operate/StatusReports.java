package io.exportctl.operate;

import io.exportctl.aws.Aws;
import io.exportctl.aws.Roles.Role;
import io.exportctl.dataset.AwsResource;
import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.Operated;
import io.exportctl.dataset.Operation;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.kind.Kinds;
import io.exportctl.register.Entry;
import io.exportctl.workspace.Installation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the status of datasets, several at a time. */
public final class StatusReports {

  private static final int THREADS = 8;

  private final Aws aws;
  private final Installation installation;

  public StatusReports(Aws aws, Installation installation) {
    this.aws = aws;
    this.installation = installation;
  }

  /**
   * Reads the status of datasets.
   *
   * @param isWhole true if these are all datasets of the workspace, so that the roles of others are
   *     strays
   * @param progress told how many datasets are done
   * @throws ExportctlException if AWS cannot be asked at all, or fails
   */
  public StatusReport read(
      List<Entry> entries, boolean isWhole, Instant now, IntConsumer progress) {
    Map<Dataset, Operation> operations = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.dataset() instanceof Operated dataset) {
        operations.put(dataset, dataset.operation(entry.platform()));
      }
    }
    Overview overview = Overview.read(aws, operations, now);
    NavigableSet<String> lacking = new ConcurrentSkipListSet<>();
    Stream.of(
            overview.roles(),
            overview.alarms(),
            overview.deliveries(),
            overview.failures(),
            overview.ages())
        .forEach(answer -> answer.lacking().ifPresent(lacking::add));
    StatusReader reader =
        new StatusReader(aws, overview, new ReleasePrograms(installation), lacking, now);
    List<DatasetStatus> read = readAll(entries, reader, progress);
    List<String> strays = isWhole ? strays(overview, operations) : List.of();
    return new StatusReport(read, strays, new TreeSet<>(lacking));
  }

  private static List<DatasetStatus> readAll(
      List<Entry> entries, StatusReader reader, IntConsumer progress) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<DatasetStatus>> futures = new ArrayList<>();
      for (Entry entry : entries) {
        if (entry.dataset() instanceof Operated dataset) {
          futures.add(threads.submit(() -> reader.read(entry, dataset)));
        }
      }
      List<DatasetStatus> read = new ArrayList<>();
      for (Future<DatasetStatus> future : futures) {
        read.add(future.get());
        progress.accept(read.size());
      }
      return read;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExportctlException("the run was interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Returns the roles that are named like those of datasets, and belong to none. */
  private static List<String> strays(Overview overview, Map<Dataset, Operation> operations) {
    Set<String> known =
        operations.values().stream()
            .flatMap(operation -> operation.names(AwsResource.Type.ROLE).stream())
            .collect(Collectors.toSet());
    List<String> prefixes =
        Kinds.all().stream().flatMap(kind -> kind.rolePrefixes().stream()).toList();
    return overview.roles().value().orElse(Set.of()).stream()
        .filter(role -> role.path().equals("/service-role/"))
        .map(Role::name)
        .filter(name -> prefixes.stream().anyMatch(name::startsWith))
        .filter(name -> !known.contains(name))
        .sorted()
        .toList();
  }
}
