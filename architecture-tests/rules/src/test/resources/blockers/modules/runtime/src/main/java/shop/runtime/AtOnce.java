package shop.runtime;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import org.springframework.context.event.EventListener;

@Retention(RetentionPolicy.RUNTIME)
@EventListener
public @interface AtOnce {

}
