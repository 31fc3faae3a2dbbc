/** The pages on which people upload files. */
package io.exportctl.source.web.upload;
