package shop.orders.internal;

import jakarta.persistence.Entity;

@Entity
class Note { // VIOLATION no schema at all

}
