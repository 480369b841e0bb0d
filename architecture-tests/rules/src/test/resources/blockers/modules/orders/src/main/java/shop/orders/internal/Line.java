package shop.orders.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

import shop.stock.internal.Item;
import shop.stock.internal.Measure;

@Entity
@Table(schema = "orders", name = "line")
class Line {

	@Id
	@GeneratedValue(generator = "line")
	@SequenceGenerator(name = "line", schema = "stock", sequenceName = "item_numbers") // blocker: another's sequence
	private long id;

	@ManyToOne
	private Item item; // blocker: a relation to another module's entity

	@ManyToMany
	private Set<Item> items; // blocker: a relation in a set

	@OneToMany
	private Map<Long, Item> itemsById; // blocker: a relation in a map

	@ManyToOne(targetEntity = Item.class) // blocker: a relation named in an annotation
	private Object any;

	@Embedded
	private Measure measure; // blocker: a part of another module's entity

	@ElementCollection
	@CollectionTable(schema = "catalog", name = "tag") // blocker: a collection in another schema
	private List<String> tags;

	@AssociationOverride(name = "a", joinTable = @JoinTable(schema = "catalog", name = "b")) // blocker: in an annotation within
	private String overridden;

	@ManyToOne
	private Note note; // clean: a relation within the module

	private long itemId; // clean: an id

}
