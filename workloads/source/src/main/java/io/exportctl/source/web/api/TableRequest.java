package io.exportctl.source.web.api;

import io.exportctl.source.catalogue.SourceConfig;

/**
 * A request for a table that a client may read.
 *
 * @param address public address without the query
 */
record TableRequest(SourceConfig config, String address, Query query) {}
