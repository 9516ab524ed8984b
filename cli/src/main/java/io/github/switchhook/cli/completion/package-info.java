/**
 * The words that Tab offers where a value is one of many. Named by the options and parameters of
 * commands.
 */
@NullMarked
package io.github.switchhook.cli.completion;

import org.jspecify.annotations.NullMarked;
