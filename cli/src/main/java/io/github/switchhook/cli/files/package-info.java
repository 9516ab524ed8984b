/**
 * Files that a person names on the command line. Entry class: {@link WholeFile}. Called by all
 * commands that write one.
 */
@NullMarked
package io.github.switchhook.cli.files;

import org.jspecify.annotations.NullMarked;
