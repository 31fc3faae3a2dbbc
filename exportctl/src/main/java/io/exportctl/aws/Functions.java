package io.exportctl.aws;

import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Functions of Lambda. */
public final class Functions {

  private final LambdaClient lambda;

  Functions(LambdaClient lambda) {
    this.lambda = lambda;
  }

  /**
   * A deployed function.
   *
   * @param sha256 of its code, in base64
   * @param fault the reason for which it cannot run; empty if it can
   */
  public record Deployed(String sha256, Optional<String> fault) {}

  /** Finds a function; empty if there is none. */
  public Answer<Optional<Deployed>> find(String name) {
    return Calls.ask(
        "lambda:GetFunctionConfiguration",
        () -> {
          try {
            return Optional.of(
                deployed(lambda.getFunctionConfiguration(request -> request.functionName(name))));
          } catch (ResourceNotFoundException e) {
            return Optional.<Deployed>empty();
          }
        });
  }

  private static Deployed deployed(GetFunctionConfigurationResponse found) {
    if ("Failed".equals(found.stateAsString())) {
      return new Deployed(found.codeSha256(), Optional.of(text(found.stateReason())));
    }
    if ("Failed".equals(found.lastUpdateStatusAsString())) {
      return new Deployed(found.codeSha256(), Optional.of(text(found.lastUpdateStatusReason())));
    }
    return new Deployed(found.codeSha256(), Optional.empty());
  }

  private static String text(String reason) {
    return reason == null ? "Lambda gives no reason" : reason;
  }
}
