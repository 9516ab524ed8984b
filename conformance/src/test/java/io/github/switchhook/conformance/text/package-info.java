@NullMarked
package io.github.switchhook.conformance.text;

import org.jspecify.annotations.NullMarked;
