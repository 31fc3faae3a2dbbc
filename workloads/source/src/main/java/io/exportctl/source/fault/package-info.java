/** The ends of a command that did not succeed, and the exit codes. */
package io.exportctl.source.fault;
