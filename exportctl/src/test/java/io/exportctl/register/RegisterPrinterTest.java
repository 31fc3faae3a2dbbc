package io.exportctl.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Layout;
import io.exportctl.dataset.Platform;
import io.exportctl.kind.push.PushDataset;
import io.exportctl.yaml.YamlReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RegisterPrinterTest {

  private static final String HOSTILE = "a\u001B[31m\u202Eb\nc";
  private static final String SAFE = "a\uFFFD[31m\uFFFDb\\nc";

  @Test
  void escapesTerminalSequences() {
    Register register = register("x", HOSTILE);

    assertThat(print(printer -> printer.printTable(register, OptionalInt.empty())))
        .isEqualTo(
            "NAME  KIND  BUCKET       USERS\nx     push  a\uFFFD[31m\uFFFDb\\nc  " + SAFE + "\n");
    assertThat(print(printer -> printer.printFacts(register)))
        .contains("  users         " + SAFE + "\n", "  paperwork     " + SAFE + "\n");
    assertThat(print(printer -> printer.printJson(register)))
        .contains("\"a\\u001B[31m\\u202Eb\\nc\"")
        .matches("[ -~\n]*");
  }

  @Test
  void alignsByTerminalCells() {
    Register register = register("日本", "one");

    assertThat(print(printer -> printer.printTable(register, OptionalInt.of(80))))
        .isEqualTo("NAME  KIND  BUCKET  USERS\n日本  push  one     one\n");
  }

  private static Register register(String name, String text) {
    Platform platform =
        new Platform(
            "1",
            "eu-west-2",
            "exports",
            "",
            "",
            1,
            Optional.empty(),
            Map.of(),
            Map.of(),
            Layout.SINGLE,
            Map.of());
    PushDataset dataset =
        new PushDataset(
            name, text, Optional.empty(), List.of(text), List.of(text), false, Optional.empty());
    DatasetFile file =
        new DatasetFile(
            DatasetKind.PUSH,
            Optional.of(name),
            "datasets/push/x.yaml",
            YamlReader.read("x.yaml", "name: x\n".getBytes(StandardCharsets.UTF_8)));
    return new Register(List.of(new Entry(file, dataset, platform, false)), List.of());
  }

  private static String print(Consumer<RegisterPrinter> what) {
    StringWriter text = new StringWriter();
    what.accept(new RegisterPrinter(new PrintWriter(text)));
    return text.toString();
  }
}
