/** Pages: templates, static files, headers and forms. */
package io.exportctl.source.web.page;
