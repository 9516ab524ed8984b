/**
 * The requirement register, joined with the scenarios that carry its ids. Read by the kit and by
 * the commands that list or explain requirements.
 */
@NullMarked
package io.github.switchhook.conformance.catalogue;

import org.jspecify.annotations.NullMarked;
