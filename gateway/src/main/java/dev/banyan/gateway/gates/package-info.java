/**
 * What has to agree before a candidate gets more weight: contracts, web-hooks, people.
 */
@NullMarked
package dev.banyan.gateway.gates;

import org.jspecify.annotations.NullMarked;
