package dev.banyan.runtime.seam;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Makes a bean of every seam on the classpath, preferred to an implementation.
 */
class SeamRegistrar implements ImportBeanDefinitionRegistrar, BeanFactoryAware {

	@SuppressWarnings("NullAway.Init")
	private BeanFactory beans;

	static String beanName(Class<?> seam) {
		return seam.getName() + "#seam";
	}

	@Override
	public void setBeanFactory(BeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
		for (SeamModule module : SeamModule.all(SeamRegistrar.class.getClassLoader())) {
			for (Class<?> seam : module.seams()) {
				registry.registerBeanDefinition(beanName(seam), definition(module, seam));
			}
		}
	}

	private <S> RootBeanDefinition definition(SeamModule module, Class<S> seam) {
		RootBeanDefinition definition = new RootBeanDefinition(seam,
				() -> seam.cast(this.beans.getBean(SeamProxies.class).of(module, seam)));
		definition.setPrimary(true);
		return definition;
	}

}
