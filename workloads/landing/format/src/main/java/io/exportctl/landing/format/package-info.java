/** Format of an extraction: its manifest, the keys of its objects, and the names of its tables. */
package io.exportctl.landing.format;
