/**
 * The lint of the features. The features themselves are resources; the kit runs them. {@link
 * io.github.switchhook.features.FeatureLint} holds the rules, {@link
 * io.github.switchhook.features.FeaturesTest} applies them to the packaged features.
 */
@NullMarked
package io.github.switchhook.features;

import org.jspecify.annotations.NullMarked;
