package io.exportctl.kind.landing;

import io.exportctl.dataset.Effect;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Meaning;
import io.exportctl.dataset.Setting;
import io.exportctl.dataset.Trait;
import io.exportctl.kind.ImageName;
import io.exportctl.kind.PlatformSection;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code landing} of platform.yaml, and says what it means. */
final class LandingSection implements PlatformSection {

  @Override
  public Record read(Fields valid) {
    return LandingPlatform.read(valid);
  }

  @Override
  public Optional<Meaning> meaning(Fields valid) {
    LandingPlatform section = LandingPlatform.read(valid);
    List<Trait> traits =
        List.of(
            Setting.of("extractions arrive in the bucket", section.bucket(), Effect.NONE),
            Setting.of(
                "tables of extractions lie in the bucket", section.curatedBucket(), Effect.NONE),
            Setting.of(
                "the extractor is taken from the repository",
                ImageName.repository(section.extractorImage()),
                Effect.WIDENS),
            Setting.of("the extractor's image is", section.extractorImage(), Effect.NONE));
    return Optional.of(
        new Meaning(
            List.of(), List.of(), traits, List.of(section.bucket(), section.curatedBucket())));
  }
}
