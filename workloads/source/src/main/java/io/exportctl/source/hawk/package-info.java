/** Requests and replies signed by <a href="https://github.com/mozilla/hawk">Hawk</a> 1. */
package io.exportctl.source.hawk;
