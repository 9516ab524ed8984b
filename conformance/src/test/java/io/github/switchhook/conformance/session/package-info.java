/** Tests of the kit's own waiting. */
@NullMarked
package io.github.switchhook.conformance.session;

import org.jspecify.annotations.NullMarked;
