package io.exportctl.render;

import freemarker.core.OutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.log.Logger;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.exportctl.diagnostic.ExportctlException;
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
    // What it would log it also throws; to look for somebody who logs takes as long as to fill many
    // templates.
    System.setProperty(Logger.SYSTEM_PROPERTY_NAME_LOGGER_LIBRARY, Logger.LIBRARY_NAME_NONE);
  }

  /** Characters that most files take. */
  private static final int ROOM = 1024;

  private final Function<String, byte[]> resources;

  /** Made when one is needed: a command needs one of them at most. */
  private final Map<OutputFormat, Configuration> configurations = new ConcurrentHashMap<>();

  /**
   * An engine that parses each template once.
   *
   * @param resources gives the bytes of a path such as {@code templates/push/dataset.tf.ftl}
   */
  public TemplateEngine(Function<String, byte[]> resources) {
    this.resources = resources;
  }

  /**
   * A file of Terraform.
   *
   * @throws ExportctlException where the template is broken, naming its line
   */
  public String hcl(String path, Map<String, ?> model) {
    return fill(HclFormat.INSTANCE, path, model);
  }

  /**
   * A file of YAML.
   *
   * @throws ExportctlException where the template is broken, naming its line
   */
  public String yaml(String path, Map<String, ?> model) {
    return fill(YamlFormat.INSTANCE, path, model);
  }

  /**
   * A text for a person.
   *
   * @throws ExportctlException where the template is broken, naming its line
   */
  public String text(String path, Map<String, ?> model) {
    return fill(TextFormat.INSTANCE, path, model);
  }

  /** A number for a file of YAML, in which text of digits only would stand in quotes. */
  public static Object yamlNumber(int number) {
    return YamlFormat.INSTANCE.newTemplateMarkupOutputModel(null, Integer.toString(number));
  }

  private String fill(OutputFormat format, String path, Map<String, ?> model) {
    Configuration configuration = configurations.computeIfAbsent(format, this::configuration);
    StringWriter out = new StringWriter(ROOM);
    try {
      configuration.getTemplate(path).process(model, out);
    } catch (TemplateException | IOException e) {
      // The library's first line says what and where; the rest is for its own authors.
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
