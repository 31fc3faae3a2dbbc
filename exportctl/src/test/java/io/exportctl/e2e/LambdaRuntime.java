package io.exportctl.e2e;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Stand-in for Lambda's Java runtime, in its own process: the class path is the deployed zip, the
 * environment is the function's, and the argument is the handler. Reads one event from standard
 * input, writes the answer to standard output; the function's log goes to standard error.
 */
public final class LambdaRuntime {

  private LambdaRuntime() {}

  public static void main(String[] args) throws Exception {
    PrintStream answer = System.out;
    System.setOut(System.err);
    String type = args[0].substring(0, args[0].indexOf("::"));
    RequestStreamHandler handler =
        Class.forName(type)
            .asSubclass(RequestStreamHandler.class)
            .getDeclaredConstructor()
            .newInstance();
    handler.handleRequest(System.in, answer, new NineHundredSeconds());
    answer.flush();
  }

  /** Context of an invocation; our function only asks for the remaining time. */
  private static final class NineHundredSeconds implements Context {

    private final long end = System.currentTimeMillis() + 900_000;

    @Override
    public int getRemainingTimeInMillis() {
      return (int) (end - System.currentTimeMillis());
    }

    @Override
    public String getAwsRequestId() {
      return "request";
    }

    @Override
    public String getLogGroupName() {
      return "";
    }

    @Override
    public String getLogStreamName() {
      return "";
    }

    @Override
    public String getFunctionName() {
      return "";
    }

    @Override
    public String getFunctionVersion() {
      return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "";
    }

    @Override
    public CognitoIdentity getIdentity() {
      return null;
    }

    @Override
    public ClientContext getClientContext() {
      return null;
    }

    @Override
    public int getMemoryLimitInMB() {
      return 1024;
    }

    @Override
    public LambdaLogger getLogger() {
      return new LambdaLogger() {
        @Override
        public void log(String message) {
          System.err.println(message);
        }

        @Override
        public void log(byte[] message) {
          System.err.println(new String(message, StandardCharsets.UTF_8));
        }
      };
    }
  }
}
