/** Opening of zip and gzip files within limits. */
package io.exportctl.source.archive;
