package io.exportctl.source.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.regions.Region;

/** Tokens are those of AWS's own library for Python, which reads the same clock. */
class IamTokensIT {

  private static final String HOST = "store.c1a2b3.eu-west-2.rds.amazonaws.com";
  private static final Instant NOW = Instant.parse("2026-11-19T09:30:00Z");
  private static final String ORACLE =
      """
      import datetime, sys, botocore.auth, botocore.session
      now = datetime.datetime(2026, 11, 19, 9, 30)
      botocore.auth.get_current_datetime = lambda **_: now
      session = botocore.session.Session()
      session.set_credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", sys.argv[1] or None)
      client = session.create_client("rds", region_name="eu-west-2")
      print(client.generate_db_auth_token(sys.argv[2], 5432, "store_app"), end="")
      """;

  @ParameterizedTest
  @CsvSource({"''", "a session+token/=="})
  void areThoseOfTheOfficialLibrary(String session) throws Exception {
    AwsCredentials credentials =
        session.isEmpty()
            ? AwsBasicCredentials.create("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
            : AwsSessionCredentials.create(
                "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", session);
    IamTokens tokens =
        new IamTokens(
            URI.create("https://" + HOST + ":5432"),
            "store_app",
            Region.EU_WEST_2,
            () -> credentials,
            Clock.fixed(NOW, ZoneOffset.UTC));

    assertThat(parts(tokens.next())).isEqualTo(parts(oracle(session)));
    assertThat(tokens.toString()).doesNotContain("wJalr", "AKID");
  }

  /** The order of parameters means nothing: the signature is over the sorted ones. */
  private static Set<String> parts(String token) {
    return new TreeSet<>(List.of(token.split("[?&]", -1)));
  }

  private static String oracle(String session) throws Exception {
    Process python =
        new ProcessBuilder("python3", "-c", ORACLE, session, HOST)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String token = new String(python.getInputStream().readAllBytes(), UTF_8);
    assertThat(python.waitFor()).isZero();
    return token;
  }
}
