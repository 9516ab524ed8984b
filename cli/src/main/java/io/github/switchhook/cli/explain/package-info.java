/** The commands that print the requirement register and the protocol. Called by picocli. */
@NullMarked
package io.github.switchhook.cli.explain;

import org.jspecify.annotations.NullMarked;
