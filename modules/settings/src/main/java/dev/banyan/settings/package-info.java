/**
 * Settings of the shop, reference data (countries, currencies) and the system status. It
 * does not know what a setting means to the module that reads it.
 */
@ApplicationModule(allowedDependencies = { "runtime" })
@Seams(value = { Options.class, ReferenceData.class, Settings.class }, unavailable = SettingsUnavailable.class)
@NullMarked
package dev.banyan.settings;

import dev.banyan.runtime.Seams;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
