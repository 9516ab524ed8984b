/**
 * One agent at a target: login, envelope, requests and their responses, which message is what, and
 * waiting for them. Used by the test execution and by interactive clients.
 */
@NullMarked
package io.github.switchhook.conformance.session;

import org.jspecify.annotations.NullMarked;
