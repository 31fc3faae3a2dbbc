/** The ends of an extraction that published nothing, and the exit codes. */
package io.exportctl.landing.extractor.fault;
