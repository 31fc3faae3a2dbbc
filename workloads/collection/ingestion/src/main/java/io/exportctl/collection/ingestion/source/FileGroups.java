package io.exportctl.collection.ingestion.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Divides the files of a date among tasks. */
public final class FileGroups {

  /** Size of a group in bytes, unless one file is larger. */
  private static final long GROUP_BYTES = 128L << 20;

  /** Weight of a file beside its bytes, as each costs requests. */
  private static final long OPEN_BYTES = 64L << 10;

  private FileGroups() {}

  /**
   * Returns groups of about the same size: the largest file first, each into the emptiest group.
   *
   * @param parallelism number of tasks that run at one time
   */
  public static List<FileGroup> of(Manifest manifest, int parallelism) {
    int wanted = (int) Math.min(Integer.MAX_VALUE, manifest.bytes() / GROUP_BYTES + 1);
    int count = Math.min(manifest.files().size(), Math.max(parallelism, wanted));
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drafts.add(new Draft(i));
    }
    PriorityQueue<Draft> emptiest =
        new PriorityQueue<>(
            Comparator.comparingLong((Draft it) -> it.weight).thenComparingInt(it -> it.number));
    emptiest.addAll(drafts);
    List<SourceFile> files = new ArrayList<>(manifest.files());
    files.sort(Comparator.comparingLong(SourceFile::bytes).reversed());
    for (SourceFile file : files) {
      Draft draft = emptiest.remove();
      draft.files.add(file);
      draft.weight += file.bytes() + OPEN_BYTES;
      emptiest.add(draft);
    }
    return drafts.stream().map(it -> new FileGroup(it.files)).toList();
  }

  private static final class Draft {

    private final int number;
    private final List<SourceFile> files = new ArrayList<>();
    private long weight;

    Draft(int number) {
      this.number = number;
    }
  }
}
