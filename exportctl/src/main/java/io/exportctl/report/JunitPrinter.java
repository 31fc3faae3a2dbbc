package io.exportctl.report;

import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.Severity;
import io.exportctl.text.Quotation;
import io.exportctl.text.XmlWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints JUnit XML for CI systems that show test results. Each file is a test that fails if the
 * file has an error, in <a href="https://github.com/testmoapp/junitxml">the XML that most of them
 * read</a>.
 */
public final class JunitPrinter implements Printer {

  private static final String NAME = "exportctl validate";

  private final PrintWriter out;
  private final SourceRoot root;

  public JunitPrinter(PrintWriter out, SourceRoot root) {
    this.out = out;
    this.root = root;
  }

  /**
   * A file with its problems.
   *
   * @param found all problems of the file
   * @param shown the problems that are printed
   */
  private record Test(String file, Diagnostics found, Diagnostics shown) {}

  @Override
  public void print(Report report) {
    List<Test> tests = tests(report);
    XmlWriter.write(
        out,
        "testsuites",
        suites -> {
          writeCounts(suites, report, tests);
          suites.element(
              "testsuite",
              suite -> {
                writeCounts(suite, report, tests);
                tests.forEach(test -> suite.element("testcase", xml -> write(xml, test)));
              });
        });
  }

  private static List<Test> tests(Report report) {
    Map<String, Diagnostics> found = byFile(report.found());
    Map<String, Diagnostics> shown = byFile(report.shown());
    Diagnostics none = Diagnostics.of(List.of());
    return report.allFiles().stream()
        .map(file -> new Test(file, found.getOrDefault(file, none), shown.getOrDefault(file, none)))
        .toList();
  }

  private static Map<String, Diagnostics> byFile(Diagnostics problems) {
    return problems.all().stream()
        .collect(
            Collectors.groupingBy(
                problem -> problem.location().file(),
                Collectors.collectingAndThen(Collectors.toList(), Diagnostics::of)));
  }

  private static void writeCounts(XmlWriter xml, Report report, List<Test> tests) {
    xml.attribute("name", NAME)
        .attribute("tests", tests.size())
        .attribute("failures", tests.stream().filter(test -> test.found().hasErrors()).count())
        .attribute("errors", 0)
        .attribute("skipped", 0)
        .attribute(
            "time", String.format(Locale.ROOT, "%.3f", report.elapsed().toMillis() / 1000.0));
  }

  private void write(XmlWriter xml, Test test) {
    String file = Quotation.printable(root.locate(Location.of(test.file())).file());
    xml.attribute("name", file).attribute("classname", NAME).attribute("file", file);
    if (test.found().hasErrors()) {
      xml.text(
          "failure",
          text(test.shown(), Severity.ERROR),
          failure -> failure.attribute("message", headline(test.found())));
    }
    if (test.shown().count(Severity.WARNING) > 0) {
      xml.text("system-out", text(test.shown(), Severity.WARNING), output -> {});
    }
  }

  /** Returns the first error, with the number of further ones. */
  private static String headline(Diagnostics found) {
    long others = found.count(Severity.ERROR) - 1;
    String first = of(found, Severity.ERROR).all().get(0).message();
    return others == 0 ? first : first + ", and " + others + " more";
  }

  private static String text(Diagnostics problems, Severity severity) {
    StringWriter text = new StringWriter();
    new TextPrinter(new PrintWriter(text), false, true).print(of(problems, severity));
    return text.toString();
  }

  private static Diagnostics of(Diagnostics problems, Severity severity) {
    return problems.filter(problem -> problem.severity() == severity);
  }
}
