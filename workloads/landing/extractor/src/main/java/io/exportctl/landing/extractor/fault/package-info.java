/** The ends of an extraction that did not succeed, and the exit codes. */
package io.exportctl.landing.extractor.fault;
