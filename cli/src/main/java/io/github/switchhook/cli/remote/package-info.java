/**
 * Commands that control a switch which {@code serve} runs in another process, over its control
 * port. Called by the command line alone.
 */
@NullMarked
package io.github.switchhook.cli.remote;

import org.jspecify.annotations.NullMarked;
