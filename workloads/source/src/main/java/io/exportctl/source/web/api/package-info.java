/** The JSON API over HTTP. */
package io.exportctl.source.web.api;
