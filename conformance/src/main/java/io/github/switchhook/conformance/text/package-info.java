/**
 * Text from outside, made harmless for where it is written. Pure functions; called by everything
 * that writes.
 */
@NullMarked
package io.github.switchhook.conformance.text;

import org.jspecify.annotations.NullMarked;
