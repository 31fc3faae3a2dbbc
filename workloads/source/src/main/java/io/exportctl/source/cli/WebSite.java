package io.exportctl.source.cli;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.database.Database;
import io.exportctl.source.objects.ObjectStore;
import io.exportctl.source.tasks.TaskQueue;
import io.exportctl.source.upload.Intake;
import io.exportctl.source.upload.UploadWork;
import io.exportctl.source.upload.Uploads;
import io.exportctl.source.web.api.OtherPaths;
import io.exportctl.source.web.api.RequestLog;
import io.exportctl.source.web.login.IdentityProvider;
import io.exportctl.source.web.login.Login;
import io.exportctl.source.web.login.OpenIdProvider;
import io.exportctl.source.web.login.PlainOauthProvider;
import io.exportctl.source.web.login.ProviderClient;
import io.exportctl.source.web.page.Origin;
import io.exportctl.source.web.page.Pages;
import io.exportctl.source.web.upload.Parts;
import io.exportctl.source.web.upload.Receiver;
import io.exportctl.source.web.upload.UploadSite;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The pages for people, put together.
 *
 * @param publicUrl without a slash at its end
 * @param mostUpload most bytes of a file
 */
record WebSite(
    Session session,
    Catalogue catalogue,
    Database database,
    ObjectStore objects,
    String publicUrl,
    long mostUpload) {

  /** Pages with a sign-in; none without. */
  OtherPaths pages(Optional<SignInSettings> signIn, SecureRandom random) {
    return signIn.map(it -> pages(provider(it), random)).orElse(OtherPaths.NONE);
  }

  private IdentityProvider provider(SignInSettings settings) {
    ProviderClient client =
        new ProviderClient(
            settings.clientId(),
            settings.clientSecret(),
            URI.create(publicUrl + "/login/authorised"),
            settings.groupsClaim());
    return settings
        .oauth()
        .<IdentityProvider>map(
            it -> new PlainOauthProvider(client, it.authorize(), it.token(), it.profile()))
        .orElseGet(() -> new OpenIdProvider(client, settings.issuer().orElseThrow()));
  }

  OtherPaths pages(IdentityProvider provider, SecureRandom random) {
    boolean isSecure = publicUrl.startsWith("https:");
    RequestLog log = new RequestLog(session.out(), InstantSource.system());
    Pages pages = new Pages(provider.origin(), isSecure);
    Uploads uploads = new Uploads(database);
    // Uploads whose task was given up, as the database was away for long.
    new UploadWork(database).requeue(TaskQueue::upload);
    Parts parts =
        new Parts(
            catalogue,
            database,
            uploads,
            new Intake(uploads, objects, session.temporary()),
            TaskQueue::upload,
            pages);
    Receiver receiver =
        new Receiver(
            session.temporary(), mostUpload, () -> session.temporary().toFile().getUsableSpace());
    Login login = new Login(provider, database, pages, isSecure, random, log::refusal);
    return new UploadSite(parts, login, receiver, Origin.of(URI.create(publicUrl)), log);
  }
}
