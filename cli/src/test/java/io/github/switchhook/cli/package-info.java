/** Tests of the command line, and of the architecture, which only this module sees whole. */
@NullMarked
package io.github.switchhook.cli;

import org.jspecify.annotations.NullMarked;
