package dev.banyan.ordering;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A charge as it is asked for. What is null stays as it is.
 *
 * @param kind what is charged
 * @param id the line to change; null adds one
 * @param remove whether that line is to go
 * @param name what to call it
 * @param methodId the shipping method
 * @param instanceId the method's instance in its zone
 * @param taxClass the slug of its tax class
 * @param taxStatus whether it is taxed
 * @param total what is charged
 * @param meta what to note at it
 */
public record ChargeDraft(ChargeLine.Kind kind, @Nullable Long id, boolean remove, @Nullable String name,
		@Nullable String methodId, @Nullable String instanceId, @Nullable String taxClass, @Nullable String taxStatus,
		@Nullable BigDecimal total, List<MetaEntry> meta) {
}
