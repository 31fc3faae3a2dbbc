/** The program {@code store}: its commands and its environment. */
package io.exportctl.source.cli;
