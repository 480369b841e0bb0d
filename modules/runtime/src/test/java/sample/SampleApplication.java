package sample;

import sample.shelf.ShelfProcess;
import sample.stock.StockProcess;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * A process that hosts two modules: what one counts, the other labels.
 */
@SpringBootApplication
@ComponentScan(excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE,
		classes = { StockProcess.class, ShelfProcess.class }))
public class SampleApplication {

}
