package sample.stock;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A process that hosts only what counts.
 */
@SpringBootApplication
public class StockProcess {

}
