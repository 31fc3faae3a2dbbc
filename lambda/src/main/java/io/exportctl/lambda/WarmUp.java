package io.exportctl.lambda;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.net.ssl.HttpsURLConnection;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectResult;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Loads what the first file needs, while there is other work on one thread only. */
final class WarmUp {

  private WarmUp() {}

  /**
   * Does the work, on this thread, and the loading on others.
   *
   * @return what the work made, when all is loaded: what goes on would slow the first file
   */
  static <T> T beside(Supplier<T> work) {
    List<CompletableFuture<Void>> loading =
        Stream.<Runnable>of(WarmUp::security, WarmUp::messages)
            .map(task -> CompletableFuture.runAsync(task, it -> new Thread(it).start()))
            .toList();
    T made = work.get();
    loading.forEach(CompletableFuture::join);
    return made;
  }

  /**
   * What signs requests; then the trust store, to read and parse which is an eighth of a start,
   * unless S3 is not AWS's.
   */
  private static void security() {
    try {
      Mac.getInstance("HmacSHA256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    if (!System.getenv().getOrDefault("AWS_ENDPOINT_URL", "").startsWith("http:")) {
      HttpsURLConnection.getDefaultSSLSocketFactory();
    }
  }

  /** Of the requests and responses it is the tables of their fields, some hundred lambdas each. */
  private static void messages() {
    Stream.of(
            HeadObjectRequest.builder(),
            HeadObjectResponse.builder(),
            CopyObjectRequest.builder(),
            CopyObjectResponse.builder(),
            CopyObjectResult.builder(),
            DeleteObjectRequest.builder(),
            DeleteObjectResponse.builder())
        .map(SdkPojo.class::cast)
        .forEach(SdkPojo::sdkFields);
    try {
      Json.write(Json.read("{\"of\":[\"any\"]}"));
      XMLInputFactory.newInstance().createXMLEventReader(new StringReader("<any/>")).nextEvent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
