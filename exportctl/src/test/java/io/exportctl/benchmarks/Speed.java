package io.exportctl.benchmarks;

import io.exportctl.support.Folders;
import io.exportctl.workspace.Bundle;
import io.exportctl.workspace.SchemaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures {@code validate} and {@code render} beside other programs, and prints tables in
 * Markdown. Started by {@code exportctl/benchmarks/validate}.
 */
final class Speed {

  private static final String USAGE =
      """
      Usage: validate [--short | ROUNDS]
        --short  1,000 files beside ajv-cli and Python, in five rounds: half a minute
        ROUNDS   how often each program is run (default: 11)
      Exit codes: 0 all goals are met, 1 one is missed, 2 wrong usage.
      """;

  /** Goals by number of files: the time as a multiple of each peer's. */
  private static final Map<Integer, Map<String, Double>> AT_MOST =
      Map.of(
          10, Map.of(Peers.SOURCEMETA, 26.0, Peers.AJV, 0.6, Peers.PYTHON, 1.3),
          1_000, Map.of(Peers.SOURCEMETA, 4.5, Peers.AJV, 0.8, Peers.PYTHON, 1.0),
          10_000, Map.of(Peers.SOURCEMETA, 1.0, Peers.AJV, 0.8, Peers.PYTHON, 0.35));

  /** Limits in CI: twice the values measured on a quiet machine. The goals are above. */
  private static final Map<String, Double> SHORT_AT_MOST =
      Map.of(Peers.AJV, 1.3, Peers.PYTHON, 2.0);

  /** Time of {@code site} as a multiple of that of {@code render}; in CI twice as much. */
  private static final double SITE_AT_MOST = 3;

  private static final int SHORT_ROUNDS = 5;
  private static final String OURS = "exportctl";

  private final Path schema;
  private final Path scratch;
  private final Launcher launcher;
  private final Peers peers;
  private final int rounds;
  private final Goals goals = new Goals();

  private Speed(Path home, Path scratch, int rounds) throws IOException {
    this.schema =
        Files.writeString(
            scratch.resolve("push.schema.json"),
            SchemaFile.read(SchemaFile.path("push"), Bundle::read));
    this.scratch = scratch;
    this.rounds = rounds;
    this.peers = Peers.install(home);
    this.launcher = Launcher.of(home, Files.createDirectory(scratch.resolve("tool")));
  }

  public static void main(String[] arguments) throws IOException {
    String choice = arguments.length == 0 ? "11" : arguments[0];
    if (arguments.length > 1 || !choice.matches("--short|[1-9][0-9]?")) {
      System.out.print(USAGE);
      System.exit(choice.equals("--help") ? 0 : 2);
    }
    if (System.getProperty("os.name").equals("Linux")) {
      // Java's default launch mechanism takes as long as the fastest of the programs.
      System.setProperty("jdk.lang.Process.launchMechanism", "VFORK");
    }
    Path home = Path.of(System.getProperty("launcher")).getParent().getParent();
    Path memory = Path.of("/dev/shm");
    Path scratch =
        Files.isWritable(memory)
            ? Files.createTempDirectory(memory, "exportctl-speed")
            : Files.createTempDirectory("exportctl-speed");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.deleteAll(scratch)));
    System.exit(run(choice, home, scratch) ? 0 : 1);
  }

  /** Runs the benchmark; returns true if all goals are met. */
  private static boolean run(String choice, Path home, Path scratch) throws IOException {
    boolean isShort = choice.equals("--short");
    Speed speed = new Speed(home, scratch, isShort ? SHORT_ROUNDS : Integer.parseInt(choice));
    if (isShort) {
      speed.validate(1_000, SHORT_AT_MOST);
      speed.site(1_000, 2 * SITE_AT_MOST);
    } else {
      for (int size : List.of(10, 1_000, 10_000)) {
        speed.validate(size, AT_MOST.get(size));
      }
      speed.validateProblems(1_000);
      speed.render(10_000);
      speed.site(1_000, SITE_AT_MOST);
      speed.memory(10_000, 80);
      speed.memory(100_000, 256);
    }
    System.out.print(speed.goals.table());
    return speed.goals.areMet();
  }

  private void validate(int size, Map<String, Double> atMost) throws IOException {
    List<Contender> contenders = contenders(workspace(size));
    Interleaved times = Interleaved.run(contenders, rounds);
    String head = Table.format("`validate`, %,.0f files", size);
    System.out.print(times.table(head));
    contenders.stream()
        .filter(contender -> atMost.containsKey(contender.name()))
        .forEach(
            contender ->
                goals.add(
                    head + ", as a multiple of " + contender.name(),
                    atMost.get(contender.name()),
                    times.ratio(contender)));
  }

  /** Validates files with one problem each, of which the text output shows line and help. */
  private void validateProblems(int size) throws IOException {
    Path workspace = scratch.resolve("problems");
    Folders.copy(workspace(size), workspace);
    try (Stream<Path> files = Files.list(workspace.resolve("datasets/push"))) {
      for (Path file : files.toList()) {
        Files.writeString(file, Files.readString(file).replace("bucket:", "buckt:"));
      }
    }
    List<Contender> contenders =
        contenders(workspace).stream()
            .map(contender -> contender.endingWith(1, 2))
            .filter(contender -> List.of(OURS, Peers.SOURCEMETA).contains(contender.name()))
            .toList();
    Interleaved times = Interleaved.run(contenders, rounds);
    String head = Table.format("`validate`, %,.0f files with a problem each", size);
    System.out.print(times.table(head));
    contenders.stream()
        .skip(1)
        .forEach(
            peer -> goals.add(head + ", as a multiple of " + peer.name(), 5, times.ratio(peer)));
  }

  private void render(int size) throws IOException {
    Path workspace = workspace(size);
    Contender render = launcher.contender("`render`, unchanged", workspace, "render");
    Contender validate = launcher.contender("`validate`", workspace, "validate");
    render.run();
    Interleaved unchanged = Interleaved.run(List.of(render, validate), rounds);
    String head = Table.format("%,.0f files", size);
    System.out.print(unchanged.table(head));
    goals.add(
        head + ", `render` unchanged as a multiple of `validate`", 1.2, unchanged.ratio(validate));
    Path out = scratch.resolve("fresh");
    Path copy = scratch.resolve("copy");
    Contender fresh =
        launcher
            .contender("`render`, all new", workspace, "render", "--out", out)
            .after(() -> remove(out));
    Contender copying =
        Contender.of("`cp -r`", List.of("cp", "-r", out.toString(), copy.toString()), Map.of())
            .after(() -> remove(copy));
    Interleaved written = Interleaved.run(List.of(fresh, copying), rounds);
    System.out.print(written.table(head));
    goals.add(
        head + ", `render` all new as a multiple of `cp -r` of the result",
        4.5,
        written.ratio(copying));
    remove(out);
    remove(copy);
  }

  /** Writes all pages of push and pull datasets, beside all of their Terraform. */
  private void site(int size, double atMost) throws IOException {
    Path workspace = scratch.resolve("register");
    Datasets.write(size, workspace.resolve("datasets"));
    Path pages = scratch.resolve("pages");
    Path terraform = scratch.resolve("terraform");
    Contender site =
        launcher
            .contender("`site`, all new", workspace, "site", "--out", pages)
            .after(() -> remove(pages));
    Contender render =
        launcher
            .contender("`render`, all new", workspace, "render", "--out", terraform)
            .after(() -> remove(terraform));
    Interleaved times = Interleaved.run(List.of(site, render), rounds);
    String head = Table.format("%,.0f datasets", size);
    System.out.print(times.table(head));
    goals.add(head + ", `site` as a multiple of `render`", atMost, times.ratio(render));
  }

  /** Measures resident memory without a limit, and the smallest heap that is sufficient. */
  private void memory(int size, int atMost) throws IOException {
    Contender validate = launcher.contender("`validate`", workspace(size), "validate");
    int enough = 8;
    while (!validate.succeedsWith(Launcher.heap(enough))) {
      enough *= 2;
    }
    for (int step = enough / 4; step >= 8; step /= 2) {
      if (validate.succeedsWith(Launcher.heap(enough - step))) {
        enough -= step;
      }
    }
    String head = Table.format("`validate`, %,.0f files: ", size);
    goals.add(head + "most resident memory, MiB", atMost, validate.peakMemory());
    goals.add(head + "smallest heap that is enough, MiB", atMost, enough);
  }

  private List<Contender> contenders(Path workspace) {
    List<Contender> contenders = new ArrayList<>();
    contenders.add(launcher.contender(OURS, workspace, "validate"));
    contenders.addAll(peers.contenders(schema, workspace.resolve("datasets/push")));
    return contenders;
  }

  /** Returns a workspace with a number of push datasets, as the peers accept only one schema. */
  private Path workspace(int size) throws IOException {
    Path root = scratch.resolve("datasets-" + size);
    if (!Files.exists(root)) {
      Datasets.writePush(size, root.resolve("datasets"));
    }
    return root;
  }

  private static void remove(Path folder) {
    if (Files.exists(folder)) {
      Folders.deleteAll(folder);
    }
  }
}
