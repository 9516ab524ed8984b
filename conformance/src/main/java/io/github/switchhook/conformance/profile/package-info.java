/**
 * The profile (YAML) of a target: address, agents, numbers, names, envelope, waivers and stimuli.
 * The caller of {@link io.github.switchhook.conformance.Kit} reads a {@link Target}; every other
 * package of the kit uses it.
 */
@NullMarked
package io.github.switchhook.conformance.profile;

import org.jspecify.annotations.NullMarked;
