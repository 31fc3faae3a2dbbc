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
 * Java values that templates may read: texts, numbers, lists and maps, the public methods of a
 * record that take no arguments, and the value of an {@link Optional}, which is missing if that is
 * empty ({@code [#if key??]}). Every other object is refused.
 */
final class TemplateValues extends DefaultObjectWrapper {

  /** Methods of each type of record, by name. */
  private final Map<Class<?>, Map<String, Method>> known = new ConcurrentHashMap<>();

  TemplateValues() {
    super(Configuration.VERSION_2_3_34);
  }

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

  /** Record whose methods are read like keys. */
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
        throw new TemplateModelException("cannot read " + name, e);
      }
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }
}
