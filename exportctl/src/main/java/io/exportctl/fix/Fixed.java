package io.exportctl.fix;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Location;
import io.exportctl.text.Quotation;
import io.exportctl.workspace.Inventory;
import java.util.List;

/**
 * What can be mended, worked out before anything is written.
 *
 * @param files those that would differ
 * @param done each thing that is mended in them
 * @param declined files that something could be mended in, and why they are left as they are
 * @param left what is wrong after that, in all files
 * @param inventory the workspace as it would be
 */
public record Fixed(
    List<FixedFile> files,
    List<Done> done,
    List<Declined> declined,
    Diagnostics left,
    Inventory inventory) {

  public Fixed {
    files = List.copyOf(files);
    done = List.copyOf(done);
    declined = List.copyOf(declined);
  }

  /**
   * One thing that is mended.
   *
   * @param what what was wrong, and what stands there now
   */
  public record Done(Location location, String what) {

    /**
     * A finding whose fix was applied.
     *
     * @param location where it was
     */
    public static Done of(Location location, Diagnostic mended) {
      return new Done(location, mended.message() + " -> " + now(mended));
    }

    /** What stands there instead. */
    private static String now(Diagnostic mended) {
      String text =
          mended.fix().orElse(null) instanceof Fix.Rewrite rewrite
              ? rewrite.edits().get(0).text().strip()
              : "";
      return text.isEmpty() ? "removed" : Quotation.cut(text);
    }
  }

  /** A file that is left alone. */
  public record Declined(String file, String reason) {}

  /**
   * Writes the files: none, where somebody else changed one of them meanwhile.
   *
   * @throws ExportctlException where one is no longer what was read, or cannot be written
   */
  public void write() {
    List<FileWriting> writings = files.stream().map(FileWriting::new).toList();
    writings.forEach(FileWriting::check);
    writings.forEach(FileWriting::write);
  }
}
