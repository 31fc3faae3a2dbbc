package io.exportctl.render;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What templates see of Java: texts, numbers, lists and maps; of a record what it tells of itself;
 * what an {@link Optional} holds, or nothing ({@code [#if key??]}). No other object can be reached,
 * and none is searched for all that a bean might have, which takes longer than to fill a template.
 */
final class TemplateValues extends DefaultObjectWrapper {

  /** Of each type of record, by name: what it tells without being given anything. */
  private final Map<Class<?>, Map<String, Method>> known = new ConcurrentHashMap<>();

  TemplateValues() {
    super(Configuration.VERSION_2_3_34);
  }

  /** Of texts and records, which nearly all values are, nothing else is asked first. */
  @Override
  public TemplateModel wrap(Object value) throws TemplateModelException {
    if (value instanceof String text) {
      return new SimpleScalar(text);
    }
    return value instanceof Record record ? new RecordModel(record) : super.wrap(value);
  }

  @Override
  protected TemplateModel handleUnknownType(Object value) throws TemplateModelException {
    if (value instanceof Optional<?> optional) {
      return wrap(optional.orElse(null));
    }
    throw new TemplateModelException("no template can use a " + value.getClass().getSimpleName());
  }

  private static Map<String, Method> methods(Class<?> type) {
    Map<String, Method> methods = new HashMap<>();
    for (Method method : type.getDeclaredMethods()) {
      if (method.getParameterCount() == 0
          && Modifier.isPublic(method.getModifiers())
          && !Modifier.isStatic(method.getModifiers())) {
        methods.put(method.getName(), method);
      }
    }
    return methods;
  }

  /** A record, by the names of its methods. */
  private final class RecordModel implements TemplateHashModel {

    private final Record record;
    private final Map<String, Method> methods;

    RecordModel(Record record) {
      this.record = record;
      this.methods = known.computeIfAbsent(record.getClass(), TemplateValues::methods);
    }

    @Override
    public TemplateModel get(String name) throws TemplateModelException {
      Method method = methods.get(name);
      try {
        return method == null ? null : wrap(method.invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new TemplateModelException(name + " cannot be told", e);
      }
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }
}
