@NullMarked
package io.github.switchhook.cli.remote;

import org.jspecify.annotations.NullMarked;
