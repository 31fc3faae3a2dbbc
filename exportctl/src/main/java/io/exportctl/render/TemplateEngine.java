package io.exportctl.render;

import freemarker.core.OutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.log.Logger;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.workspace.NotBundledException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Fills templates. They are Freemarker with square brackets, {@code [#list]} and {@code [=value]},
 * which leaves <code>${...}</code> to Terraform; every value is escaped by the output format, and
 * no template can reach a Java class.
 */
public final class TemplateEngine {

  static {
    // Freemarker also throws what it logs, and its search for a logging library is slow.
    System.setProperty(Logger.SYSTEM_PROPERTY_NAME_LOGGER_LIBRARY, Logger.LIBRARY_NAME_NONE);
  }

  /** Initial size of the output in characters. */
  private static final int ROOM = 1024;

  private final Function<String, byte[]> resources;

  /** Created on first use. */
  private final Map<OutputFormat, Configuration> configurations = new ConcurrentHashMap<>();

  /**
   * Creates an engine that parses each template once.
   *
   * @param resources returns the bytes of a path such as {@code templates/push/dataset.tf.ftl}
   */
  public TemplateEngine(Function<String, byte[]> resources) {
    this.resources = resources;
  }

  /**
   * Fills a template of a Terraform file.
   *
   * @throws ExportctlException if the template is broken, with its line
   */
  public String hcl(String path, Map<String, ?> model) {
    return fill(HclFormat.INSTANCE, path, model);
  }

  /**
   * Fills a template of a JSON file.
   *
   * @throws ExportctlException if the template is broken, with its line
   */
  String json(String path, Map<String, ?> model) {
    return fill(JsonFormat.INSTANCE, path, model);
  }

  /**
   * Fills a template of a YAML file.
   *
   * @throws ExportctlException if the template is broken, with its line
   */
  public String yaml(String path, Map<String, ?> model) {
    return fill(YamlFormat.INSTANCE, path, model);
  }

  /**
   * Fills a template of a text for people.
   *
   * @throws ExportctlException if the template is broken, with its line
   */
  public String text(String path, Map<String, ?> model) {
    return fill(TextFormat.INSTANCE, path, model);
  }

  /**
   * Fills a template of a page.
   *
   * @throws ExportctlException if the template is broken, with its line
   */
  public String html(String path, Map<String, ?> model) {
    return fill(HtmlFormat.INSTANCE, path, model);
  }

  /**
   * Wraps a number of at most nine digits for a YAML file, in which a text of digits would be
   * quoted. Any other text stays text.
   */
  public static Object yamlNumber(String text) {
    return text.matches("[0-9]{1,9}")
        ? YamlFormat.INSTANCE.newTemplateMarkupOutputModel(
            null, Integer.toString(Integer.parseInt(text)))
        : text;
  }

  /** Returns true if the workspace or the tool has a template. */
  public boolean has(String path) {
    try {
      return resources.apply(path) != null;
    } catch (NotBundledException e) {
      return false;
    }
  }

  private String fill(OutputFormat format, String path, Map<String, ?> model) {
    Configuration configuration = configurations.computeIfAbsent(format, this::configuration);
    StringWriter out = new StringWriter(ROOM);
    try {
      configuration.getTemplate(path).process(model, out);
    } catch (TemplateException | IOException e) {
      // The first line of Freemarker's message has the fault and its place; the rest is a trace.
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new ExportctlException("cannot fill " + path + ": " + reason, e);
    }
    return out.toString();
  }

  private Configuration configuration(OutputFormat format) {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(new ResourceLoader(resources));
    configuration.setObjectWrapper(new TemplateValues());
    configuration.setOutputFormat(format);
    configuration.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
    configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
    configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
    configuration.setRecognizeStandardFileExtensions(false);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setLocalizedLookup(false);
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    configuration.setBooleanFormat("c");
    return configuration;
  }
}
