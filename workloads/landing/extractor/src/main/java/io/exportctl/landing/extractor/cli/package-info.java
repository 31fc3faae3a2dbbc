/** The program: its settings, commands and exit codes. */
package io.exportctl.landing.extractor.cli;
