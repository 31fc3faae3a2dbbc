/** Uploads by people: what a file holds, what they choose, and the way to its load. */
package io.exportctl.source.upload;
