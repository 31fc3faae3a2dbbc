package io.exportctl.s3;

import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * The known differences of a server from {@link S3Contract}. A declared difference that no longer
 * exists fails its test, so that the list stays true.
 *
 * @param list how it deviates, by the name of the test; for one of several cases {@code name: case}
 */
public record Deviations(Map<String, String> list) implements InvocationInterceptor {

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    check(invocation, method.getExecutable().getName());
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    check(invocation, context.getDisplayName());
  }

  private void check(Invocation<Void> invocation, String test) throws Throwable {
    if (!list.containsKey(test)) {
      invocation.proceed();
      return;
    }
    try {
      invocation.proceed();
    } catch (Exception | AssertionError e) {
      return; // as declared
    }
    throw new AssertionError("no longer true, take it off the list: " + list.get(test));
  }
}
