/** Asks web servers: retries, proxies, logins, and a cache on the disk. The only home of {@code java.net.http}. */
@NullMarked
package org.specimen.net;

import org.jspecify.annotations.NullMarked;
