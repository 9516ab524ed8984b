/**
 * The interactive agent: what a person types becomes commands of the protocol, and what comes is
 * shown. Called by the shell command.
 */
@NullMarked
package io.github.switchhook.cli.shell;

import org.jspecify.annotations.NullMarked;
