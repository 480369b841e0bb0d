package dev.banyan.runtime.seam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.banyan.runtime.Seams;
import dev.banyan.runtime.Unavailable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * A module whose API is on the classpath.
 *
 * @param name its name, the last part of its package
 * @param unavailable what a call throws that was not answered
 * @param seams what can be called
 */
record SeamModule(String name, Class<? extends Unavailable> unavailable, List<Class<?>> seams) {

	/** The package whose direct sub-packages are modules. */
	static final String BASE = ClassUtils.getPackageName(Unavailable.class.getPackageName());

	/**
	 * Finds the modules by their {@code package-info}.
	 * @param loader sees them
	 * @return those with seams, by name
	 */
	static List<SeamModule> all(ClassLoader loader) {
		List<SeamModule> modules = new ArrayList<>();
		String pattern = "classpath*:" + BASE.replace('.', '/') + "/*/package-info.class";
		try {
			for (Resource resource : new PathMatchingResourcePatternResolver(loader).getResources(pattern)) {
				String[] path = resource.getURL().getPath().split("/");
				String name = path[path.length - 2];
				Class<?> info = ClassUtils.resolveClassName(BASE + "." + name + ".package-info", loader);
				Seams declared = info.getAnnotation(Seams.class);
				if (declared != null && modules.stream().noneMatch((known) -> known.name().equals(name))) {
					modules.add(new SeamModule(name, declared.unavailable(), List.of(declared.value())));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		modules.sort(Comparator.comparing(SeamModule::name));
		return modules;
	}

	Unavailable unavailable(Throwable cause) {
		try {
			return this.unavailable.getConstructor(Throwable.class).newInstance(cause);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(this.unavailable + " cannot be made from a cause", ex);
		}
	}

}
