/** Images and containers, through a container engine's own interface. The only home of docker-java. */
@NullMarked
package org.specimen.proof.docker;

import org.jspecify.annotations.NullMarked;
