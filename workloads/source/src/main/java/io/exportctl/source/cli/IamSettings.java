package io.exportctl.source.cli;

import io.exportctl.source.database.IamTokens;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Reads how the program signs in to a database of RDS. */
final class IamSettings {

  private static final String SWITCH = "STORE_DATABASE_IAM";
  private static final Pattern HOST =
      Pattern.compile("jdbc:postgresql://([A-Za-z0-9.-]+)(?::([0-9]{1,5}))?/.*");
  private static final Pattern USER = Pattern.compile(".*[?&]user=([a-z0-9_]+)(?:&.*)?");
  private static final String USUAL_PORT = "5432";

  private IamSettings() {}

  /** Returns the tokens for the database of a URL; empty if a password is used, or none. */
  static Optional<IamTokens> tokens(
      Variables variables, String url, Optional<String> user, Optional<String> password) {
    String switched = variables.find(SWITCH).orElse("false");
    if (!switched.equals("true")) {
      if (!switched.equals("false")) {
        variables.problem(SWITCH + " is neither true nor false");
      }
      return Optional.empty();
    }
    if (password.isPresent()) {
      variables.problem(SWITCH + " is true, so STORE_DATABASE_PASSWORD has no effect; remove one");
    }
    Matcher host = HOST.matcher(url);
    Optional<String> name =
        user.or(
            () -> Optional.of(USER.matcher(url)).filter(Matcher::matches).map(it -> it.group(1)));
    if (!host.matches() || name.isEmpty()) {
      variables.problem(
          SWITCH
              + " is true, so STORE_DATABASE_URL has to name a host and a user, such as"
              + " jdbc:postgresql://host/database?user=store_app");
      return Optional.empty();
    }
    String port = Optional.ofNullable(host.group(2)).orElse(USUAL_PORT);
    return region(variables)
        .map(
            region ->
                new IamTokens(
                    URI.create("https://" + host.group(1) + ":" + port),
                    name.get(),
                    region,
                    DefaultCredentialsProvider.builder().build(),
                    Clock.systemUTC()));
  }

  private static Optional<Region> region(Variables variables) {
    Optional<String> named = variables.find("AWS_REGION");
    if (named.isPresent()) {
      return named.map(Region::of);
    }
    try {
      return Optional.of(DefaultAwsRegionProviderChain.builder().build().getRegion());
    } catch (SdkClientException e) {
      variables.problem(SWITCH + " is true, so AWS_REGION has to be set");
      return Optional.empty();
    }
  }
}
