package io.exportctl.lambda;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointParams;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;

/**
 * Where the requests for each bucket go, as the SDK's own rules have it. The SDK asks these twice
 * for each request; but of what one client asks about objects, the bucket alone changes their
 * answer, so that it is kept.
 */
final class Endpoints implements S3EndpointProvider {

  private final S3EndpointProvider rules = S3EndpointProvider.defaultProvider();
  private final Map<String, Region> elsewhere = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Endpoint>> known = new ConcurrentHashMap<>();

  /** From now on sends requests for a bucket to this Region instead of the client's. */
  void move(String bucket, Region region) {
    elsewhere.put(bucket, region);
    known.remove(bucket);
  }

  @Override
  public CompletableFuture<Endpoint> resolveEndpoint(S3EndpointParams params) {
    return params.bucket() == null
        ? rules.resolveEndpoint(params)
        : known.computeIfAbsent(params.bucket(), bucket -> resolve(params));
  }

  private CompletableFuture<Endpoint> resolve(S3EndpointParams params) {
    return rules.resolveEndpoint(
        params.toBuilder()
            .region(elsewhere.getOrDefault(params.bucket(), params.region()))
            // Which does not say where a bucket is; all others do.
            .useGlobalEndpoint(false)
            .build());
  }
}
