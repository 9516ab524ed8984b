/**
 * What a test may do to the switch beside the protocol: calls from outside, far ends that act,
 * time, capabilities. One meaning for every way to reach it. Called by the command line and by
 * tests, on any thread.
 */
@NullMarked
package io.github.switchhook.simulator.control;

import org.jspecify.annotations.NullMarked;
