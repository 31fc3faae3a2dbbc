package io.exportctl.review;

import io.exportctl.support.Folders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Access that rendered Terraform grants, one line for each party and resource: an account of the
 * review that shares nothing with it but the templates' input.
 */
final class RenderedAccess {

  private static final Pattern USER = Pattern.compile("^    \"(.*)\" = \\{$");
  private static final Pattern KIND = Pattern.compile("^      ([a-z]+) = \\[$");
  private static final Pattern ITEM = Pattern.compile("^\\s+\"(.*)\",$");

  private RenderedAccess() {}

  /** Reads the files of a root module; a line that ends in {@code any} covers all owners. */
  static Set<String> in(Path terraform) {
    Set<String> access = new TreeSet<>();
    Folders.files(terraform)
        .forEach(
            (file, text) -> {
              if (file.equals("users.tf")) {
                addUsers(access, text.substring(0, text.indexOf("  access = [")));
              } else if (file.matches("pull_.*\\.tf")) {
                addPull(access, text);
              } else if (file.matches("push_.*\\.tf")) {
                addPush(access, file, text);
              } else if (file.matches("landing_.*\\.tf")) {
                list(text, "put_arns").forEach(arn -> access.add(arn + " puts " + file));
              }
            });
    return access;
  }

  /** Returns true if everything in one set is in another, or covered by it. */
  static boolean isWithin(Set<String> some, Set<String> others) {
    return some.stream()
        .allMatch(
            one ->
                others.contains(one)
                    || others.contains(one.replaceFirst(" owned by .*", " owned by any")));
  }

  private static void addUsers(Set<String> access, String text) {
    String user = "";
    String kind = "";
    for (String line : text.lines().toList()) {
      Matcher named = USER.matcher(line);
      Matcher ofKind = KIND.matcher(line);
      Matcher item = ITEM.matcher(line);
      if (named.matches()) {
        user = named.group(1);
      } else if (ofKind.matches()) {
        kind = ofKind.group(1);
      } else if (item.matches()) {
        access.add(user + " uses " + kind + " " + item.group(1));
      }
    }
  }

  private static void addPull(Set<String> access, String text) {
    String bucket = value(text, "bucket");
    for (String arn : list(text, "pull_arns")) {
      access.add(arn + " reads " + bucket);
      if (value(text, "allow_push").equals("true")) {
        access.add(arn + " writes " + bucket);
      }
    }
  }

  private static void addPush(Set<String> access, String file, String text) {
    String owner = value(text, "target_account");
    access.add(
        file
            + " goes to "
            + value(text, "target_bucket")
            + " owned by "
            + (owner.equals("null") ? "any" : owner));
  }

  private static String value(String text, String name) {
    Matcher found = Pattern.compile("(?m)^ +" + name + " += \"?([^\"\n]*)\"?$").matcher(text);
    if (!found.find()) {
      throw new AssertionError(name + " is missing in\n" + text);
    }
    return found.group(1);
  }

  private static List<String> list(String text, String name) {
    Matcher found =
        Pattern.compile("(?m)^ +" + name + " = \\[((?:\n +\".*\",)*)\n? *]$").matcher(text);
    if (!found.find()) {
      throw new AssertionError(name + " is missing in\n" + text);
    }
    List<String> items = new ArrayList<>();
    found
        .group(1)
        .lines()
        .map(ITEM::matcher)
        .filter(Matcher::matches)
        .forEach(item -> items.add(item.group(1)));
    return items;
  }
}
