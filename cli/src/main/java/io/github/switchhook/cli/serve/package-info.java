/**
 * The command that runs the switch, or plays the one of a transcript, and what it can be asked for.
 * Called by picocli.
 */
@NullMarked
package io.github.switchhook.cli.serve;

import org.jspecify.annotations.NullMarked;
