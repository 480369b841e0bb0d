/**
 * What every module's schema needs: its migrations, its identifiers, its SQL dialect.
 */
@NullMarked
package dev.banyan.runtime.data;

import org.jspecify.annotations.NullMarked;
