package io.exportctl.dataset;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A <a
 * href="https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html">partition</a>
 * of AWS: Regions with accounts of their own, from which no permission reaches into another
 * partition. Schemas and Terraform modules repeat parts of this table, and {@code PartitionTest}
 * compares them with it.
 */
public enum Partition {
  AWS("aws", "amazonaws.com", "af|ap|ca|eu|il|me|mx|sa|us"),
  AWS_CN("aws-cn", "amazonaws.com.cn", "cn"),
  AWS_EUSC("aws-eusc", "amazonaws.eu", "eusc-de"),
  AWS_ISO("aws-iso", "c2s.ic.gov", "us-iso"),
  AWS_ISO_B("aws-iso-b", "sc2s.sgov.gov", "us-isob"),
  AWS_ISO_E("aws-iso-e", "cloud.adc-e.uk", "eu-isoe"),
  AWS_ISO_F("aws-iso-f", "csp.hci.ic.gov", "us-isof"),
  AWS_US_GOV("aws-us-gov", "amazonaws.com", "us-gov");

  private final String id;
  private final String dnsSuffix;

  /** Beginnings of the codes of its Regions, up to the compass point, as a regular expression. */
  private final String areas;

  Partition(String id, String dnsSuffix, String areas) {
    this.id = id;
    this.dnsSuffix = dnsSuffix;
    this.areas = areas;
  }

  /** Returns the partition of a Region, or empty if no partition has such Regions. */
  public static Optional<Partition> of(String region) {
    int compass = region.lastIndexOf('-', region.lastIndexOf('-') - 1);
    if (compass < 0) {
      return Optional.empty();
    }
    String area = "|" + region.substring(0, compass) + "|";
    for (Partition partition : values()) {
      if (("|" + partition.areas + "|").contains(area)) {
        return Optional.of(partition);
      }
    }
    return Optional.empty();
  }

  /** Returns the id that ARNs have in their second part. */
  public String id() {
    return id;
  }

  /** Returns a regular expression for the ends of the names of endpoints in all partitions. */
  public static String dnsSuffixes() {
    return Arrays.stream(values())
        .map(partition -> partition.dnsSuffix.replace(".", "\\."))
        .distinct()
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  /** Returns a regular expression for the beginnings of the codes of its Regions. */
  public String areas() {
    return areas;
  }
}
