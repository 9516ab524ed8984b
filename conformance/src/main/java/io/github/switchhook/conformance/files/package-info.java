/** What goes wrong with files, in words. Called by everything that writes. */
@NullMarked
package io.github.switchhook.conformance.files;

import org.jspecify.annotations.NullMarked;
