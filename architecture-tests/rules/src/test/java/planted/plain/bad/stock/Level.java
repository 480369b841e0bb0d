package planted.plain.bad.stock;

import jakarta.persistence.Entity;

@Entity
public class Level {

}
