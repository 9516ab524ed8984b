/** Tests of what is said about files. */
@NullMarked
package io.github.switchhook.conformance.files;

import org.jspecify.annotations.NullMarked;
