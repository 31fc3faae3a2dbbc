package io.exportctl.s3;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/**
 * Route from an HTTP request to an operation.
 *
 * @param ofKey true if the path has a key
 * @param marks names of parameters or headers that identify the operation
 * @param root element of the answer's XML
 */
record Route(
    String method,
    boolean ofKey,
    Set<String> marks,
    String root,
    Supplier<? extends S3Request.Builder> builder,
    Caller caller) {

  /** All routes, the most specific first; the first match wins. */
  static final List<Route> ALL =
      List.of(
          of("POST", true, "uploadId", "CompleteMultipartUploadResult")
              .to(
                  CompleteMultipartUploadRequest::builder,
                  CompleteMultipartUploadRequest.class,
                  S3Client::completeMultipartUpload),
          of("POST", true, "uploads", "InitiateMultipartUploadResult")
              .to(
                  CreateMultipartUploadRequest::builder,
                  CreateMultipartUploadRequest.class,
                  S3Client::createMultipartUpload),
          of("PUT", true, "uploadId x-amz-copy-source", "CopyPartResult")
              .to(
                  UploadPartCopyRequest::builder,
                  UploadPartCopyRequest.class,
                  S3Client::uploadPartCopy),
          of("PUT", true, "uploadId", "")
              .toBody(
                  UploadPartRequest::builder,
                  (s3, request, body) ->
                      Reply.of(
                          s3.uploadPart((UploadPartRequest) request, RequestBody.fromBytes(body)))),
          of("PUT", true, "tagging", "")
              .to(
                  PutObjectTaggingRequest::builder,
                  PutObjectTaggingRequest.class,
                  S3Client::putObjectTagging),
          of("PUT", true, "x-amz-copy-source", "CopyObjectResult")
              .to(CopyObjectRequest::builder, CopyObjectRequest.class, S3Client::copyObject),
          of("PUT", true, "", "")
              .toBody(
                  PutObjectRequest::builder,
                  (s3, request, body) ->
                      Reply.of(
                          s3.putObject((PutObjectRequest) request, RequestBody.fromBytes(body)))),
          of("GET", true, "uploadId", "ListPartsResult")
              .to(ListPartsRequest::builder, ListPartsRequest.class, S3Client::listParts),
          of("GET", true, "tagging", "Tagging")
              .to(
                  GetObjectTaggingRequest::builder,
                  GetObjectTaggingRequest.class,
                  S3Client::getObjectTagging),
          of("GET", true, "", "")
              .toBody(
                  GetObjectRequest::builder,
                  (s3, request, body) -> Reply.of(s3.getObject((GetObjectRequest) request))),
          of("HEAD", true, "", "")
              .to(HeadObjectRequest::builder, HeadObjectRequest.class, S3Client::headObject),
          of("DELETE", true, "uploadId", "")
              .to(
                  AbortMultipartUploadRequest::builder,
                  AbortMultipartUploadRequest.class,
                  S3Client::abortMultipartUpload),
          of("DELETE", true, "", "")
              .to(DeleteObjectRequest::builder, DeleteObjectRequest.class, S3Client::deleteObject),
          of("GET", false, "versions", "ListVersionsResult")
              .to(
                  ListObjectVersionsRequest::builder,
                  ListObjectVersionsRequest.class,
                  S3Client::listObjectVersions),
          of("GET", false, "uploads", "ListMultipartUploadsResult")
              .to(
                  ListMultipartUploadsRequest::builder,
                  ListMultipartUploadsRequest.class,
                  S3Client::listMultipartUploads),
          of("GET", false, "versioning", "VersioningConfiguration")
              .to(
                  GetBucketVersioningRequest::builder,
                  GetBucketVersioningRequest.class,
                  S3Client::getBucketVersioning),
          of("GET", false, "list-type", "ListBucketResult")
              .to(
                  ListObjectsV2Request::builder,
                  ListObjectsV2Request.class,
                  S3Client::listObjectsV2),
          of("HEAD", false, "", "")
              .to(HeadBucketRequest::builder, HeadBucketRequest.class, S3Client::headBucket),
          of("PUT", false, "versioning", "")
              .to(
                  PutBucketVersioningRequest::builder,
                  PutBucketVersioningRequest.class,
                  S3Client::putBucketVersioning),
          of("PUT", false, "", "")
              .to(CreateBucketRequest::builder, CreateBucketRequest.class, S3Client::createBucket));

  /** Answer of an operation, with the bytes if it is an object. */
  record Reply(SdkPojo response, Optional<InputStream> bytes) {

    static Reply of(SdkPojo response) {
      return new Reply(response, Optional.empty());
    }

    static Reply of(ResponseInputStream<GetObjectResponse> object) {
      return new Reply(object.response(), Optional.of(object));
    }
  }

  /** Calls an operation. */
  interface Caller {
    Reply call(S3Client s3, S3Request request, byte[] body);
  }

  /** An operation that takes no bytes. */
  private interface Plain<R> {
    SdkPojo call(S3Client s3, R request);
  }

  /** The half of a route that identifies an operation. */
  private record Shape(String method, boolean ofKey, Set<String> marks, String root) {

    <R extends S3Request> Route to(
        Supplier<? extends S3Request.Builder> builder, Class<R> type, Plain<R> call) {
      return toBody(builder, (s3, request, body) -> Reply.of(call.call(s3, type.cast(request))));
    }

    Route toBody(Supplier<? extends S3Request.Builder> builder, Caller caller) {
      return new Route(method, ofKey, marks, root, builder, caller);
    }
  }

  private static Shape of(String method, boolean ofKey, String marks, String root) {
    return new Shape(
        method, ofKey, marks.isEmpty() ? Set.of() : Set.of(marks.split(" ", -1)), root);
  }

  /** Finds the route of a request. */
  static Route of(WireRequest request) {
    return ALL.stream()
        .filter(it -> it.method.equals(request.method()))
        .filter(it -> it.ofKey != request.key().isEmpty())
        .filter(it -> it.marks.stream().allMatch(request::has))
        .findFirst()
        .orElseThrow(() -> Answers.refusal(501, "NotImplemented"));
  }
}
