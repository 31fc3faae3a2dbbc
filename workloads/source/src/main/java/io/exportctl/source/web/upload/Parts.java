package io.exportctl.source.web.upload;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.database.Database;
import io.exportctl.source.upload.Intake;
import io.exportctl.source.upload.Uploads;
import io.exportctl.source.web.page.Pages;

/**
 * The parts of the program that pages need.
 *
 * @param queue takes confirmed uploads
 */
public record Parts(
    Catalogue catalogue,
    Database database,
    Uploads uploads,
    Intake intake,
    Uploads.Queue queue,
    Pages pages) {}
