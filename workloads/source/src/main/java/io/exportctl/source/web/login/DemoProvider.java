package io.exportctl.source.web.login;

import io.exportctl.source.upload.Person;
import io.exportctl.source.web.page.Pages;
import io.exportctl.source.web.page.Pages.Page;
import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A choice among made-up people without passwords, for a server that only this machine reaches. */
public final class DemoProvider implements IdentityProvider {

  private static final String PATH = "/login/demo";

  private final List<Person> people;

  public DemoProvider(List<Person> people) {
    this.people = List.copyOf(people);
  }

  @Override
  public URI begin(Attempt attempt) {
    return URI.create(PATH + "?state=" + attempt.state());
  }

  @Override
  public Person finish(Attempt attempt, String code) throws LoginRefused {
    return people.stream()
        .filter(it -> it.subject().equals(code))
        .findFirst()
        .orElseThrow(() -> new LoginRefused("there is no such person in the demonstration"));
  }

  @Override
  public String origin() {
    return "";
  }

  @Override
  public boolean hasPage(String path) {
    return path.equals(PATH);
  }

  @Override
  public void answer(Context context, Pages pages) {
    String state = Optional.ofNullable(context.queryParam("state")).orElse("");
    List<Map<String, Object>> choices =
        people.stream()
            .map(
                it ->
                    Map.<String, Object>of(
                        "code", it.subject(), "name", it.name(), "groups", it.groups()))
            .toList();
    pages.send(
        context,
        Optional.empty(),
        Page.of("demo", "Sign in", Map.of("people", choices, "state", state)));
  }
}
