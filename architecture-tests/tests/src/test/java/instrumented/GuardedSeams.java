package instrumented;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Refuses a call of a seam that a module makes within a transaction of its own: the
 * static rule sees no transaction that a caller far above began. Counts the other calls.
 */
@Configuration(proxyBeanMethods = false)
public class GuardedSeams {

	private static final String BASE = "dev.banyan.";

	private static final String TECHNICAL = BASE + "runtime.";

	@Bean
	static BeanPostProcessor guardingBeans() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				boolean seam = Proxy.isProxyClass(bean.getClass()) && bean.toString().startsWith("Seam ");
				return seam ? guarded(bean) : bean;
			}
		};
	}

	/**
	 * Guards a seam.
	 * @param seam what is called; has one interface
	 * @return the same, refusing calls from other modules within a transaction
	 */
	public static Object guarded(Object seam) {
		Class<?> type = seam.getClass().getInterfaces()[0];
		return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
			Optional<String> other = (method.getDeclaringClass() != Object.class)
					? caller().filter((module) -> !module.equals(module(type.getName()))) : Optional.empty();
			other.ifPresent((module) -> Coupling.count(module, module(type.getName())));
			if (TransactionSynchronizationManager.isActualTransactionActive()) {
				other.ifPresent((module) -> {
					throw new IllegalStateException(module + " calls " + type.getSimpleName() + "." + method.getName()
							+ " within a transaction; no transaction crosses a seam");
				});
			}
			return HaltingPoints.invoke(method, seam, arguments);
		});
	}

	private static Optional<String> caller() {
		return StackWalker.getInstance().walk(GuardedSeams::nearest);
	}

	private static Optional<String> nearest(Stream<StackFrame> frames) {
		return frames.map(StackFrame::getClassName)
			.filter((name) -> name.startsWith(BASE) && !name.startsWith(TECHNICAL))
			.findFirst()
			.map(GuardedSeams::module);
	}

	private static String module(String className) {
		return className.substring(BASE.length()).split("\\.")[0];
	}

}
