/**
 * The command line: what a person or a CI pipeline starts. Knows the simulator and the kit, and
 * lets neither know the other. Entry class: {@link Main}.
 */
@NullMarked
package io.github.switchhook.cli;

import org.jspecify.annotations.NullMarked;
