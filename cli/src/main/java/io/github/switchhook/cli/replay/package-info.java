/** The commands that play, record, draw, compare and convert calls. Called by picocli. */
@NullMarked
package io.github.switchhook.cli.replay;

import org.jspecify.annotations.NullMarked;
