@NullMarked
package io.github.switchhook.cli.shell;

import org.jspecify.annotations.NullMarked;
