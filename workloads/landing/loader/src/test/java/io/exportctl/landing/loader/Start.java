package io.exportctl.landing.loader;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Creates the function by its name and hands it the event on standard input, as Lambda does. */
final class Start {

  private Start() {}

  public static void main(String[] arguments) throws Exception {
    Object handler =
        Class.forName("io.exportctl.landing.loader.LoaderHandler")
            .getDeclaredConstructor()
            .newInstance();
    ((RequestStreamHandler) handler).handleRequest(System.in, System.out, null);
  }
}
