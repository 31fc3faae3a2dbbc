/** Places to write to, where nothing is visible before it is complete. */
package io.exportctl.landing.extractor.sink;
