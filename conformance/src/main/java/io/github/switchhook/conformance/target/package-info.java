/**
 * What is under test: its address, agents, numbers, dialect and how it may be stimulated. The
 * caller of {@link io.github.switchhook.conformance.Kit} builds a {@link Target}; every other
 * package reads it.
 */
@NullMarked
package io.github.switchhook.conformance.target;

import org.jspecify.annotations.NullMarked;
