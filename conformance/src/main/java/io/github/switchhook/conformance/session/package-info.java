/**
 * The session of one agent at a target: login, envelope, requests and responses, and the
 * classification of messages. Used by the test execution and by interactive clients.
 */
@NullMarked
package io.github.switchhook.conformance.session;

import org.jspecify.annotations.NullMarked;
