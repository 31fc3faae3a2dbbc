package io.exportctl.source.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.exportctl.source.fault.StoreException;
import io.exportctl.source.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mutated files, read by us and by Python's csv module. */
class PythonCsvTest {

  private static final int DOCUMENTS = Integer.getInteger("fuzz.documents", 5_000);
  private static final long SEED = Long.getLong("fuzz.seed", 18);
  private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
  private static final List<String> PIECES =
      List.of(
          "a", "7", " ", "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", "\n\n", "é", "😀",
          "\",\"", "\"\n", "\n\"", "'", "\\", "\u0085", "\u2028", "\u000b");

  @TempDir Path folder;

  /** A document and the delimiter that it is read with. */
  private record Document(String delimiter, String text) {

    String line() {
      return base64(delimiter) + " " + base64(text) + "\n";
    }

    private static String base64(String text) {
      return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
  }

  @Test
  @DisplayName("S21: both read the same cells, or both refuse")
  void agreesWithPython() throws Exception {
    List<Document> documents = documents();
    List<String> python = python(documents);
    int refused = 0;
    for (int i = 0; i < documents.size(); i++) {
      String ours = rows(documents.get(i));
      refused += ours.equals("\"refused\"") ? 1 : 0;

      assertThat(Json.read("{\"rows\":" + ours + "}"))
          .as("%s", documents.get(i))
          .isEqualTo(Json.read("{\"rows\":" + python.get(i) + "}"));
    }

    assertThat(refused).isBetween(DOCUMENTS / 20, DOCUMENTS * 19 / 20);
  }

  private String rows(Document document) throws IOException {
    Path file = folder.resolve("document.csv");
    Files.writeString(file, document.text());
    Dialect dialect =
        new Dialect(Encodings.detect(file, Optional.empty()), document.delimiter(), true);
    List<List<String>> rows = new ArrayList<>();
    try (Records records = Records.open(file, dialect)) {
      while (records.hasNext()) {
        rows.add(records.next().cells());
      }
    } catch (StoreException e) {
      return "\"refused\"";
    }
    return Json.write(rows);
  }

  private List<String> python(List<Document> documents) throws Exception {
    boolean installed = Files.isExecutable(Path.of("/usr/bin/env")) && hasPython();
    assumeTrue("true".equals(System.getenv("CI")) || installed, "python3 is not installed");
    Path in = folder.resolve("in");
    Path out = folder.resolve("out");
    StringBuilder lines = new StringBuilder();
    documents.forEach(it -> lines.append(it.line()));
    Files.writeString(in, lines);
    Process process =
        new ProcessBuilder("python3", "src/test/python/read_csv.py")
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    int status = process.waitFor();

    assertThat(status).as(Files.readString(folder.resolve("err"))).isZero();
    return Files.readAllLines(out);
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<Document> documents() {
    Random random = new Random(SEED);
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      StringBuilder text = new StringBuilder("a,\"b\"\n1,\"x, \"\"y\"\"\"\n2,z\n");
      for (int mutations = 1 + random.nextInt(8); mutations > 0; mutations--) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(3));
        text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
      }
      String whole = new String(text.toString().getBytes(UTF_8), UTF_8);
      documents.add(new Document(DELIMITERS.get(i % DELIMITERS.size()), whole));
    }
    return documents;
  }
}
