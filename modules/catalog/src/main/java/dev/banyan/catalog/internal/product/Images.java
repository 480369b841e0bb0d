package dev.banyan.catalog.internal.product;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.banyan.catalog.ProductContent.Image;
import dev.banyan.catalog.StoredImage;
import dev.banyan.catalog.internal.text.Columns;
import dev.banyan.runtime.data.IdSequence;
import dev.banyan.runtime.data.Identifiers;

/**
 * Images in the table {@code image}.
 */
@Component
class Images {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final IdSequence ids;

	Images(JdbcClient jdbc, Clock clock, Identifiers identifiers) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.ids = identifiers.sequence("catalog", "image", 501);
	}

	Map<Long, StoredImage> images(Set<Long> imageIds) {
		Map<Long, StoredImage> images = new HashMap<>();
		if (!imageIds.isEmpty()) {
			this.jdbc.sql("select * from catalog.image where id in (:ids)").param("ids", imageIds).query((row) -> {
				images.put(row.getLong("id"),
						new StoredImage(row.getLong("id"), row.getString("src"), row.getString("name"),
								row.getString("alt"), Columns.instant(row, "created_at"),
								Columns.instant(row, "modified_at")));
			});
		}
		return images;
	}

	StoredImage keep(Image image) {
		Instant now = this.clock.instant();
		StoredImage kept = new StoredImage(this.ids.next(), image.src(), image.name(), image.alt(), now, now);
		this.jdbc
			.sql("insert into catalog.image (id, src, name, alt, created_at, modified_at) values (?, ?, ?, ?, ?, ?)")
			.params(kept.id(), kept.src(), kept.name(), kept.alt(), Columns.time(now), Columns.time(now))
			.update();
		return kept;
	}

	/** Keeps those that are new. */
	List<Image> kept(List<Image> images) {
		List<Image> kept = new ArrayList<>();
		for (Image image : images) {
			kept.add((image.id() != 0) ? image : new Image(keep(image).id(), image.src(), image.name(), image.alt()));
		}
		return kept;
	}

}
