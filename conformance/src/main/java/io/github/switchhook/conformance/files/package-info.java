/** Turns the exceptions of file operations into sentences. Called by everything that writes. */
@NullMarked
package io.github.switchhook.conformance.files;

import org.jspecify.annotations.NullMarked;
