/** Sign-in by an identity provider, and the sessions of people. */
package io.exportctl.source.web.login;
