package io.exportctl.agreement;

import io.exportctl.support.NodePrograms;
import io.exportctl.support.Processes;
import io.exportctl.workspace.Bundle;
import io.exportctl.workspace.SchemaFile;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * Verdict of an editor on a document: the parser that <a
 * href="https://github.com/redhat-developer/yaml-language-server">yaml-language-server</a> uses,
 * with a schema library of another language, in a process that checks many documents.
 */
final class SecondOpinion implements AutoCloseable {

  private final Process process;
  private final Map<String, String> schemas = new HashMap<>();
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private SecondOpinion(Process process) {
    this.process = process;
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Skips the test on a machine without Node. */
  static SecondOpinion start() {
    try {
      return new SecondOpinion(
          new ProcessBuilder("node", "second-opinion.mjs")
              .directory(NodePrograms.install().toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Checks a document.
   *
   * @param schema the name of a file in {@code schema/}, up to its first dot
   */
  Opinion of(String schema, byte[] yaml) {
    String path = schemas.computeIfAbsent(schema, SecondOpinion::write);
    String base64 = Base64.getEncoder().encodeToString(yaml);
    try {
      questions.write(new JSONObject().put("schema", path).put("yaml", base64).toString());
      questions.newLine();
      questions.flush();
      JSONObject answer = new JSONObject(answers.readLine());
      return new Opinion(
          texts(answer.getJSONArray("syntax")),
          texts(answer.getJSONArray("schema")),
          answer.getString("value"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a schema with its fragments to a file of its own, and returns the path. */
  private static String write(String schema) {
    try {
      Path file = Files.createTempFile(schema, ".schema.json");
      file.toFile().deleteOnExit();
      Files.writeString(file, SchemaFile.read(SchemaFile.path(schema), Bundle::read));
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> texts(JSONArray array) {
    return array.toList().stream().map(String::valueOf).toList();
  }

  @Override
  public void close() {
    Processes.kill(Processes.tree(process));
  }
}
