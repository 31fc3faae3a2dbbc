/** The files as they came, in S3 or a folder. */
package io.exportctl.source.objects;
