/**
 * The commands that prove a target, find out why one cannot be proved, and compare runs. Called by
 * picocli.
 */
@NullMarked
package io.github.switchhook.cli.verify;

import org.jspecify.annotations.NullMarked;
