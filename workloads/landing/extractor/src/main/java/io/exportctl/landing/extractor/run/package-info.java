/** One extraction: its snapshot, its workers, and its publication. */
package io.exportctl.landing.extractor.run;
