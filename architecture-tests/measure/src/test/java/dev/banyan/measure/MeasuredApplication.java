package dev.banyan.measure;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A process that hosts one seam and can call it in another one.
 */
@SpringBootApplication
class MeasuredApplication {

}
