/** Tests of what is printed of register and protocol. */
@NullMarked
package io.github.switchhook.cli.explain;

import org.jspecify.annotations.NullMarked;
