import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures how the launcher and terraform grow with the number of datasets, and prints a table in
 * Markdown. Started from its source by {@code terraform-scale} beside it, so that it needs no build
 * of its own; the launcher builds what is measured.
 */
final class TerraformScale {

  private static final String USAGE =
      """
      Usage: terraform-scale [--sizes N[,N...]] [--minutes M]
        --sizes    numbers of datasets, 2 to 9999 each (default: 10,100,1000)
        --minutes  give up after so many minutes in all (default: 30)
      """;

  private final Path launcher;
  private final Path scratch;
  private final long deadline;
  private final Map<String, String> environment;

  private TerraformScale(Path launcher, Path scratch, Duration limit) throws IOException {
    this.launcher = launcher;
    this.scratch = scratch;
    this.deadline = System.nanoTime() + limit.toNanos();
    this.environment = ProviderMirror.environment(scratch);
  }

  /**
   * Exit codes: 0 measured, 1 a command failed or ran too long, 2 usage, 3 something is missing.
   */
  public static void main(String[] arguments) throws IOException {
    List<Integer> sizes = List.of(10, 100, 1000);
    Duration limit = Duration.ofMinutes(30);
    try {
      for (int i = 0; i < arguments.length; i += 2) {
        switch (arguments[i]) {
          case "--help" -> exit(0, System.out, USAGE);
          case "--sizes" -> sizes = sizes(arguments[i + 1]);
          case "--minutes" -> limit = Duration.ofMinutes(Integer.parseInt(arguments[i + 1]));
          default -> throw new IllegalArgumentException(arguments[i]);
        }
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      exit(2, System.err, USAGE);
    }
    for (String program : List.of("terraform", "moto_server")) {
      if (!onPath(program)) {
        exit(3, System.err, "terraform-scale: " + program + " is not on the PATH\n");
      }
    }
    Path scratch = Files.createTempDirectory("terraform-scale").toRealPath();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(scratch)));
    Path launcher = Path.of(System.getProperty("launcher")).normalize();
    try {
      new TerraformScale(launcher, scratch, limit).run(sizes);
    } catch (Failure e) {
      String message = e.getMessage().replace(scratch + "/", "");
      exit(1, System.err, "terraform-scale: " + message + "\n");
    }
  }

  private static void exit(int status, PrintStream stream, String text) {
    stream.print(text);
    System.exit(status);
  }

  private static List<Integer> sizes(String text) {
    List<Integer> sizes = Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList();
    if (sizes.stream().anyMatch(size -> size < 2 || size > 9999)) {
      throw new IllegalArgumentException(text);
    }
    return sizes;
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Nothing that was started keeps running, nothing that was written stays; after Ctrl-C too. */
  private static void cleanUp(Path scratch) {
    Command.kill(ProcessHandle.current().descendants().toList());
    try (Stream<Path> paths = Files.walk(scratch)) {
      paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      System.err.println("terraform-scale: could not remove " + scratch);
    }
  }

  private void run(List<Integer> sizes) throws IOException {
    // Builds the tool where nobody has yet, so that no measurement does.
    String tool = exportctl(scratch, "--version").run().out();
    List<Column> columns = new ArrayList<>();
    String terraform = "";
    for (int size : sizes) {
      Path root = Files.createDirectory(scratch.resolve("run-" + columns.size()));
      columns.add(measure(size, root));
      terraform = terraform(root.resolve("terraform"), "version").run().out();
    }
    System.out.println(
        String.join(
            ", ",
            Command.first("exportctl \\d\\S*", tool),
            Command.first("Terraform v\\S+", terraform),
            Command.first("hashicorp/aws v\\S+", terraform),
            "JDK " + System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors() + " processors"));
    System.out.print(Table.of(columns));
    if (sizes.size() > 1) {
      System.out.println("\ngrowth: the last column divided by the one before");
    }
  }

  /** One size, from the YAML to the plan. */
  private Column measure(int size, Path root) throws IOException {
    Set<String> users = Datasets.write(size, root.resolve("datasets"));
    Path terraform = Files.createDirectory(root.resolve("terraform"));
    Files.writeString(
        terraform.resolve("benchmark_override.tf"),
        """
        terraform {
          backend "local" {}
        }
        """);
    Path zip = Files.writeString(root.resolve("function.zip"), "a plan takes its checksum only");
    Column column = new Column(size);
    column.add("`exportctl validate`", exportctl(root, "validate"));
    column.add("`exportctl render`, all new", exportctl(root, "render"));
    String again = column.add("`exportctl render`, unchanged", exportctl(root, "render"));
    Command.first("up to date", again);
    column.add("`terraform init`", terraform(terraform, "init"));
    column.add("`terraform validate`", terraform(terraform, "validate"));
    try (Moto moto = Moto.start(root.resolve("moto.log"))) {
      for (String user : users) {
        moto.createRole(user);
      }
      Command plan = terraform(terraform, "plan", "-out=next.tfplan", "-var=lambda_zip=" + zip);
      column.plan("`terraform plan`", plan.with(moto.environment()));
    }
    return column;
  }

  private Command exportctl(Path directory, String argument) {
    return new Command(directory, List.of(launcher.toString(), argument), Map.of(), deadline);
  }

  private Command terraform(Path directory, String... arguments) {
    List<String> line = new ArrayList<>(List.of("terraform"));
    line.addAll(List.of(arguments));
    line.add("-no-color");
    return new Command(directory, line, environment, deadline);
  }
}

/** What cannot be measured, in a sentence for a person. */
final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Failure(String message) {
    super(message);
  }
}

/** Another program. */
record Command(Path directory, List<String> line, Map<String, String> environment, long deadline) {

  private static final long SAMPLE_MILLIS = 50;
  private static final int LAST_LINES = 30;

  /**
   * Runs the rest of the line; leaves in a file what it and its children took of the processors.
   */
  private static final String TIMED = "\"$@\"; status=$?; times >\"$0\"; exit $status";

  private static final Pattern MINUTES = Pattern.compile("(\\d+)m(\\d+\\.\\d+)s");
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");

  /**
   * A program that ended well.
   *
   * @param seconds from start to end
   * @param cpuSeconds of all processors together, in it and in all that it started
   * @param mebibytes most memory; 0 where there is no /proc
   */
  record Result(double seconds, double cpuSeconds, double mebibytes, String out) {}

  Command with(Map<String, String> more) {
    Map<String, String> both = new TreeMap<>(environment);
    both.putAll(more);
    return new Command(directory, line, both, deadline);
  }

  /**
   * Runs the program to its end.
   *
   * @throws Failure when it fails, or time is up
   */
  Result run() throws IOException {
    Path out = Files.createTempFile(directory, "out", ".txt");
    Path times = Files.createTempFile(directory, "times", ".txt");
    List<String> timed = new ArrayList<>(List.of("sh", "-c", TIMED, times.toString()));
    timed.addAll(line);
    ProcessBuilder builder =
        new ProcessBuilder(timed)
            .directory(directory.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(Command::disturbs);
    builder.environment().putAll(environment);
    long begin = System.nanoTime();
    Process process = builder.start();
    long peak = 0;
    try {
      while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, resident(process));
        if (System.nanoTime() > deadline) {
          kill(Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList());
          throw new Failure("`" + name() + "` was stopped, time is up; --minutes allows more");
        }
      }
    } catch (InterruptedException e) {
      throw new Failure("`" + name() + "` was interrupted");
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    String text = Files.readString(out);
    double cpuSeconds = cpuSeconds(Files.readString(times));
    Files.delete(out);
    Files.delete(times);
    if (process.exitValue() != 0) {
      throw new Failure(
          "`" + name() + "` ended with exit code " + process.exitValue() + "\n" + last(text));
    }
    return new Result(seconds, cpuSeconds, peak / 1024.0 / 1024.0, text);
  }

  /** The program and its subcommand. */
  String name() {
    return Path.of(line.get(0)).getFileName() + " " + line.get(1);
  }

  /**
   * The first match of a pattern, which has to be there.
   *
   * @throws Failure when it is not
   */
  static String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new Failure("expected \"" + pattern + "\" in\n" + last(text));
    }
    return matcher.group();
  }

  static void kill(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(process -> process.onExit().join());
  }

  /** What the caller has set for its own work with terraform and AWS. */
  private static boolean disturbs(String variable) {
    return variable.startsWith("AWS_")
        || variable.startsWith("TF_")
            && !Set.of("TF_CLI_CONFIG_FILE", "TF_PLUGIN_CACHE_DIR").contains(variable);
  }

  /** The sum of what the shell's {@code times} prints. */
  private static double cpuSeconds(String times) {
    return MINUTES
        .matcher(times)
        .results()
        .mapToDouble(
            match -> 60 * Integer.parseInt(match.group(1)) + Double.parseDouble(match.group(2)))
        .sum();
  }

  /** Bytes of a program and of all that it started; what two of them share counts twice. */
  private static long resident(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .mapToLong(Command::resident)
        .sum();
  }

  private static long resident(ProcessHandle process) {
    try {
      Path status = Path.of("/proc", "" + process.pid(), "status");
      Matcher matcher = RESIDENT.matcher(Files.readString(status));
      return matcher.find() ? Long.parseLong(matcher.group(1)) * 1024 : 0;
    } catch (IOException e) {
      // It has ended in between.
      return 0;
    }
  }

  private static String last(String text) {
    List<String> lines = text.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }
}

/** What was measured with one number of datasets. */
final class Column {

  private final int size;
  private final List<String> steps = new ArrayList<>();
  private final List<Command.Result> results = new ArrayList<>();
  private int planned;

  Column(int size) {
    this.size = size;
  }

  /** Runs a step, and returns what it printed. */
  String add(String step, Command command) throws IOException {
    Command.Result result = command.run();
    steps.add(step);
    results.add(result);
    System.err.println(
        Table.format("%,.0f", size) + " datasets: " + step + " " + Table.line(result));
    return result.out();
  }

  /** A plan that creates everything, for all users. */
  void plan(String step, Command command) throws IOException {
    String out = add(step, command);
    if (out.contains("Check block assertion failed")) {
      throw new Failure("the plan leaves out users, although all have roles");
    }
    String summary = Command.first("Plan: \\d+ to add, 0 to change, 0 to destroy", out);
    planned = Integer.parseInt(Command.first("\\d+", summary));
  }

  int size() {
    return size;
  }

  int planned() {
    return planned;
  }

  List<String> steps() {
    return List.copyOf(steps);
  }

  List<Command.Result> results() {
    return List.copyOf(results);
  }
}

/** Tables in Markdown: a column for each size, and the last one as a multiple of the one before. */
final class Table {

  private Table() {}

  static String of(List<Column> columns) {
    String text =
        of("time", columns, Command.Result::seconds, "%,.2f s")
            + row("resources planned", columns, Column::planned, "%,.0f")
            + of("processor time", columns, Command.Result::cpuSeconds, "%,.2f s");
    return columns.get(0).results().get(0).mebibytes() == 0
        ? text
        : text + of("most memory", columns, Command.Result::mebibytes, "%,.0f MiB");
  }

  static String line(Command.Result result) {
    return format("%,.2f s, ", result.seconds())
        + format("%,.2f s of processor time, ", result.cpuSeconds())
        + format("%,.0f MiB", result.mebibytes());
  }

  static String format(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }

  private static String of(
      String head, List<Column> columns, ToDoubleFunction<Command.Result> quantity, String format) {
    List<String> cells = new ArrayList<>(List.of(head));
    columns.forEach(column -> cells.add(format("%,.0f datasets", column.size())));
    if (columns.size() > 1) {
      cells.add("growth");
    }
    StringBuilder text = new StringBuilder("\n" + line(cells));
    text.append("|---").append("|--:".repeat(cells.size() - 1)).append("|\n");
    List<String> steps = columns.get(0).steps();
    for (int i = 0; i < steps.size(); i++) {
      int step = i;
      ToDoubleFunction<Column> number =
          column -> quantity.applyAsDouble(column.results().get(step));
      text.append(row(steps.get(i), columns, number, format));
    }
    return text.toString();
  }

  private static String row(
      String head, List<Column> columns, ToDoubleFunction<Column> number, String format) {
    List<String> cells = new ArrayList<>(List.of(head));
    columns.forEach(column -> cells.add(format(format, number.applyAsDouble(column))));
    if (columns.size() > 1) {
      double last = number.applyAsDouble(columns.get(columns.size() - 1));
      double before = number.applyAsDouble(columns.get(columns.size() - 2));
      cells.add(format("x %.1f", last / before));
    }
    return line(cells);
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}

/**
 * Datasets as teams write them, the same for the same number: half push, half pull, each option in
 * some; half as many users, each in several datasets, and one user in some hundred.
 */
final class Datasets {

  private static final String ACCOUNT = "123456789012";
  private static final List<String> AREAS =
      List.of("bail", "court", "custody", "legal", "police", "prison", "tribunal", "youth");
  private static final List<String> TOPICS =
      List.of("appeals", "arrivals", "costs", "hearings", "orders", "outcomes", "reports");
  private static final List<String> PEOPLE =
      List.of("amira", "bo", "chen", "dana", "eli", "farah", "gwen", "hugo");

  private final int size;
  private final Set<String> users = new TreeSet<>();

  private Datasets(int size) {
    this.size = size;
  }

  /** Writes a folder of datasets, and returns the names of all their users. */
  static Set<String> write(int size, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("push"));
    Files.createDirectories(folder.resolve("pull"));
    Files.writeString(
        folder.resolve("platform.yaml"),
        """
        account_id: "%s"
        region: eu-west-2
        export_bucket: example-hub-exports
        pull_bucket_prefix: example-
        user_prefix: alpha_user_
        recovery_days: 35
        alarm_topic_arn: arn:aws:sns:eu-west-2:%s:data-platform-alarms
        tags:
          application: data-exports
          environment: production
          owner: data-engineering@example.org
        """
            .formatted(ACCOUNT, ACCOUNT));
    Datasets datasets = new Datasets(size);
    for (int pair = 0; 2 * pair < size; pair++) {
      String name = name(pair);
      Files.writeString(folder.resolve("push/" + name + ".yaml"), datasets.push(name, pair));
      if (2 * pair + 1 < size) {
        Files.writeString(folder.resolve("pull/" + name + ".yaml"), datasets.pull(name, pair));
      }
    }
    return Collections.unmodifiableSet(datasets.users);
  }

  private String push(String name, int pair) {
    String receiver = name.replace('_', '-');
    return "name: "
        + name
        + "\nbucket: receiver-"
        + receiver
        + "-landing\n"
        + common(name, pair, 2 * pair)
        + (pair % 4 == 1 ? "keep_files: true\n" : pair % 4 == 2 ? "keep_files: false\n" : "")
        + (pair % 3 == 0 ? "kms_key_arn: " + key(pair) + "\n" : "");
  }

  private String pull(String name, int pair) {
    List<String> readers = new ArrayList<>();
    for (int i = 0; i <= pair % 3; i++) {
      // Some in the platform's own account, some with a path.
      String account = pair % 10 == 9 ? ACCOUNT : "21098765432" + i;
      String path = pair % 2 == 0 ? "" : "namespaces/";
      readers.add("arn:aws:iam::" + account + ":role/" + path + name + "-reader-" + i);
    }
    return "name: "
        + name
        + "\n"
        + list("pull_arns", readers)
        + common(name, pair, 2 * pair + 1)
        + (pair % 4 == 1 ? "allow_push: true\n" : pair % 4 == 2 ? "allow_push: false\n" : "")
        + (pair % 3 == 0 ? "bucket_versioning: true\n" : "");
  }

  private String common(String name, int pair, int index) {
    int people = size / 2;
    Set<String> some = new TreeSet<>();
    List<Integer> candidates = List.of(index, 3 * index + 1, 7 * index + 2);
    candidates.subList(0, 1 + index % 3).forEach(user -> some.add(user(user % people)));
    // A role's inline policies share 10,240 characters: with names of at most 21, a hundred fit.
    if (pair % Math.max(1, size / 100) == 0) {
      some.add(user(0));
    }
    users.addAll(some);
    String link = "https://example.org/dpia/" + name;
    String paperwork =
        pair % 5 == 0
            ? list("paperwork", List.of(link, link + "/sharing"))
            : "paperwork: " + link + "\n";
    return list("users", List.copyOf(some)) + paperwork;
  }

  private static String name(int pair) {
    String area = AREAS.get(pair % AREAS.size());
    String topic = TOPICS.get(pair / AREAS.size() % TOPICS.size());
    return "%s_%s_%04d".formatted(area, topic, pair);
  }

  private static String user(int number) {
    return "alpha_user_%s_%04d".formatted(PEOPLE.get(number % PEOPLE.size()), number);
  }

  private static String key(int pair) {
    return "arn:aws:kms:eu-west-2:210987654321:key/1234abcd-12ab-34cd-56ef-%012x".formatted(pair);
  }

  private static String list(String key, List<String> values) {
    return key
        + ":\n"
        + values.stream().map(value -> "  - " + value + "\n").collect(Collectors.joining());
  }
}

/** An emulator of AWS, which answers the few calls that a first plan makes. */
final class Moto implements AutoCloseable {

  private static final int ATTEMPTS = 600;
  private static final long PAUSE_MILLIS = 100;

  private final Process process;
  private final URI endpoint;
  private final HttpClient client =
      HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();

  private Moto(Process process, int port) {
    this.process = process;
    this.endpoint = URI.create("http://127.0.0.1:" + port);
  }

  static Moto start(Path log) throws IOException {
    int port = freePort();
    Process process =
        new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", "" + port)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
          throw new Failure("moto_server ended at once:\n" + Files.readString(log));
        }
        if (answers(port)) {
          return new Moto(process, port);
        }
      }
    } catch (InterruptedException e) {
      throw new Failure("interrupted while moto_server started");
    }
    throw new Failure("moto_server takes no connections");
  }

  /** What lets terraform speak to this server, and to nothing else. */
  Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL", endpoint.toString(),
        "AWS_ACCESS_KEY_ID", "test",
        "AWS_SECRET_ACCESS_KEY", "test",
        "AWS_REGION", "eu-west-2",
        "AWS_CONFIG_FILE", "/dev/null",
        "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
        "AWS_EC2_METADATA_DISABLED", "true");
  }

  /** Creates a user's role, which the module users asks for. */
  void createRole(String name) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/x-www-form-urlencoded")
            // The emulator reads the service from it, and checks no signature.
            .header("Authorization", "AWS4-HMAC-SHA256 Credential=test/20000101/us-east-1/iam/aws4")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "Action=CreateRole&Version=2010-05-08&AssumeRolePolicyDocument=%7B%7D&RoleName="
                        + name))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new Failure("moto_server answered " + status + " to CreateRole");
      }
    } catch (InterruptedException e) {
      throw new Failure("interrupted while roles were created");
    }
  }

  @Override
  public void close() {
    Command.kill(Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList());
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}

/** Finds the AWS provider on disk, as the integration tests' class of the same name does. */
final class ProviderMirror {

  private static final String PROVIDER = "registry.terraform.io/hashicorp/aws";
  private static final String VARIABLE = "TF_CLI_CONFIG_FILE";

  private ProviderMirror() {}

  /** What terraform needs in its environment. */
  static Map<String, String> environment(Path scratch) throws IOException {
    Map<String, String> environment =
        new TreeMap<>(Map.of("TF_IN_AUTOMATION", "1", "TF_INPUT", "0", "CHECKPOINT_DISABLE", "1"));
    String configured = System.getenv(VARIABLE);
    Path home = Path.of(System.getProperty("user.home"));
    boolean has =
        configured == null
            ? Files.isRegularFile(home.resolve(".terraformrc"))
            : Files.isRegularFile(Path.of(configured));
    if (!has) {
      Path file = Files.writeString(scratch.resolve("terraform.rc"), configuration(find(home)));
      environment.put(VARIABLE, file.toString());
    }
    return environment;
  }

  private static Optional<Path> find(Path home) throws IOException {
    List<Path> roots = new ArrayList<>();
    Optional.ofNullable(System.getenv("TF_PLUGIN_CACHE_DIR")).map(Path::of).ifPresent(roots::add);
    roots.add(home.resolve(".terraform.d/plugin-cache"));
    for (String folder : List.of("/opt", "/usr/local/lib", "/usr/lib")) {
      roots.add(Path.of(folder));
      if (Files.isDirectory(Path.of(folder))) {
        try (Stream<Path> children = Files.list(Path.of(folder))) {
          children.sorted().forEach(roots::add);
        }
      }
    }
    return roots.stream().filter(root -> Files.isDirectory(root.resolve(PROVIDER))).findFirst();
  }

  private static String configuration(Optional<Path> mirror) {
    if (mirror.isEmpty()) {
      return "";
    }
    return """
    provider_installation {
      filesystem_mirror {
        path    = "%s"
        include = ["%s"]
      }
      direct {
        exclude = ["%s"]
      }
    }
    """
        .formatted(mirror.get(), PROVIDER, PROVIDER);
  }
}
