package io.exportctl.lambda;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Takes the date that a file was last modified out of the headers of answers: nothing asks for it,
 * and to read the first one Java loads the days and months of its languages, a thirtieth of a cold
 * start. Dates in lists, which the sweep goes by, have no names and are in the body.
 */
final class UnreadDates implements ExecutionInterceptor {

  @Override
  public SdkHttpResponse modifyHttpResponse(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    return context.httpResponse().toBuilder().removeHeader("Last-Modified").build();
  }
}
