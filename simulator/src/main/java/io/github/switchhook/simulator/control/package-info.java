/**
 * The operations with which a test steers the switch besides the protocol: calls from outside, far
 * ends that act, time, capabilities. They mean the same however they are reached. Called by the
 * command line and by tests, on any thread.
 */
@NullMarked
package io.github.switchhook.simulator.control;

import org.jspecify.annotations.NullMarked;
