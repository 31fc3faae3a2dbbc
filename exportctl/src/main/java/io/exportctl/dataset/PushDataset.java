package io.exportctl.dataset;

import java.util.List;
import java.util.Optional;

/**
 * Moves each file under {@code s3://<export bucket>/<name>/} to a bucket in another account.
 *
 * @param bucket the receiver's bucket
 * @param keepFiles copy instead of move
 * @param kmsKeyArn the receiver's key
 */
public record PushDataset(
    String name,
    String bucket,
    List<String> users,
    List<String> paperwork,
    boolean keepFiles,
    Optional<String> kmsKeyArn)
    implements Dataset {

  public PushDataset {
    users = users.stream().sorted().toList();
    paperwork = List.copyOf(paperwork);
  }

  static PushDataset from(Fields fields) {
    return new PushDataset(
        fields.text("name"),
        fields.text("bucket"),
        fields.texts("users"),
        fields.texts("paperwork"),
        fields.flag("keep_files"),
        fields.optionalText("kms_key_arn"));
  }

  @Override
  public DatasetKind kind() {
    return DatasetKind.PUSH;
  }

  @Override
  public String grant(Platform platform) {
    return name;
  }
}
