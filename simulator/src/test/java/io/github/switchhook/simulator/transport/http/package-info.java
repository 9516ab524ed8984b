/** Tests of control over HTTP. */
@NullMarked
package io.github.switchhook.simulator.transport.http;

import org.jspecify.annotations.NullMarked;
