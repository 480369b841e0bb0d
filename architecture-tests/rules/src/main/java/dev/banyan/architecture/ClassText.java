package dev.banyan.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The words in a class: string constants in its code, also the parts of concatenations,
 * and in its annotations.
 *
 * @param file the class file
 * @param model the parsed class
 * @param texts the words
 * @param casts names of classes that something is cast to
 */
record ClassText(Path file, ClassModel model, List<Text> texts, List<Text> casts) {

	/** What is said to be done with the string of a constant field. */
	static final String DECLARED = "=";

	/**
	 * A string constant.
	 *
	 * @param value the string; what is only known at run time is a space in it
	 * @param line where it is used; 0 in an annotation and for a constant field
	 * @param member the method or field; empty for the class itself
	 * @param use what is done with it: the name of the next method that is called, that
	 * of an annotation with an @, or {@link #DECLARED}
	 */
	record Text(String value, int line, String member, String use) {

		boolean declared() {
			return this.use.equals(DECLARED);
		}

		boolean annotates() {
			return this.use.startsWith("@");
		}

	}

	/**
	 * A schema that an annotation names.
	 *
	 * @param annotation the annotation's class
	 * @param element schema or catalog
	 * @param value the schema
	 * @param member the field or method; empty for the class itself
	 */
	record Schema(String annotation, String element, String value, String member) {
	}

	/** Also in annotations within annotations. */
	List<Schema> schemas() {
		List<Schema> schemas = new ArrayList<>();
		schemas(this.model, "", schemas);
		this.model.fields().forEach((field) -> schemas(field, field.fieldName().stringValue(), schemas));
		this.model.methods().forEach((method) -> schemas(method, method.methodName().stringValue(), schemas));
		return schemas;
	}

	private static void schemas(AttributedElement element, String member, List<Schema> schemas) {
		element.findAttribute(Attributes.runtimeVisibleAnnotations())
			.ifPresent((visible) -> visible.annotations().forEach((one) -> schemas(one, member, schemas)));
	}

	private static void schemas(Annotation annotation, String member, List<Schema> schemas) {
		String name = annotation.className().stringValue();
		for (AnnotationElement element : annotation.elements()) {
			String key = element.name().stringValue();
			switch (element.value()) {
				case AnnotationValue.OfString text when key.equals("schema") || key.equals("catalog") ->
					schemas.add(new Schema(name.substring(1, name.length() - 1).replace('/', '.'), key,
							text.stringValue(), member));
				case AnnotationValue.OfAnnotation nested -> schemas(nested.annotation(), member, schemas);
				case AnnotationValue.OfArray array -> array.values().forEach((one) -> {
					if (one instanceof AnnotationValue.OfAnnotation nested) {
						schemas(nested.annotation(), member, schemas);
					}
				});
				default -> {
				}
			}
		}
	}

	static ClassText of(Path file) {
		try {
			ClassModel model = ClassFile.of().parse(file);
			List<Text> texts = new ArrayList<>();
			List<Text> casts = new ArrayList<>();
			annotated(model, "", texts);
			for (FieldModel field : model.fields()) {
				annotated(field, field.fieldName().stringValue(), texts);
				field.findAttribute(Attributes.constantValue())
					.filter((value) -> value.constant() instanceof StringEntry)
					.ifPresent((value) -> texts.add(new Text(((StringEntry) value.constant()).stringValue(), 0,
							field.fieldName().stringValue(), DECLARED)));
			}
			for (MethodModel method : model.methods()) {
				annotated(method, method.methodName().stringValue(), texts);
				method.findAttribute(Attributes.runtimeVisibleParameterAnnotations())
					.ifPresent((visible) -> visible.parameterAnnotations()
						.forEach((annotations) -> annotations
							.forEach((annotation) -> words(annotation, method.methodName().stringValue(), texts))));
				inCode(method, texts, casts);
			}
			return new ClassText(file, model, texts, casts);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String className() {
		return this.model.thisClass().asInternalName().replace('/', '.');
	}

	String packageName() {
		String name = className();
		return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
	}

	String sourceName() {
		return this.model.findAttribute(Attributes.sourceFile())
			.map((attribute) -> attribute.sourceFile().stringValue())
			.orElse("");
	}

	private static void inCode(MethodModel method, List<Text> texts, List<Text> casts) {
		String member = method.methodName().stringValue();
		List<Text> unused = new ArrayList<>();
		int line = 0;
		for (CodeElement element : method.code().<Iterable<CodeElement>>map((code) -> code).orElse(List.of())) {
			switch (element) {
				case LineNumber number -> line = number.line();
				case ConstantInstruction.LoadConstantInstruction load when load
					.constantEntry() instanceof StringEntry text ->
					unused.add(new Text(text.stringValue(), line, member, ""));
				case TypeCheckInstruction check ->
					casts.add(new Text(check.type().asInternalName().replace('/', '.'), line, member, ""));
				case InvokeDynamicInstruction dynamic -> {
					for (var argument : dynamic.invokedynamic().bootstrap().arguments()) {
						if (argument instanceof StringEntry text) {
							unused.add(new Text(text.stringValue().replace('\u0001', ' ').replace('\u0002', ' '), line,
									member, ""));
						}
					}
				}
				case InvokeInstruction call -> use(unused, call.name().stringValue(), texts);
				default -> {
				}
			}
		}
		use(unused, "", texts);
	}

	private static void use(List<Text> unused, String use, List<Text> texts) {
		unused.forEach((text) -> texts.add(new Text(text.value(), text.line(), text.member(), use)));
		unused.clear();
	}

	private static void annotated(AttributedElement element, String member, List<Text> texts) {
		element.findAttribute(Attributes.runtimeVisibleAnnotations())
			.ifPresent((visible) -> visible.annotations().forEach((annotation) -> words(annotation, member, texts)));
	}

	private static void words(Annotation annotation, String member, List<Text> texts) {
		String name = annotation.className().stringValue();
		String use = "@"
				+ name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$')) + 1, name.length() - 1);
		annotation.elements().forEach((element) -> words(element.value(), member, use, texts));
	}

	private static void words(AnnotationValue value, String member, String use, List<Text> texts) {
		switch (value) {
			case AnnotationValue.OfString text -> texts.add(new Text(text.stringValue(), 0, member, use));
			case AnnotationValue.OfArray array -> array.values().forEach((one) -> words(one, member, use, texts));
			case AnnotationValue.OfAnnotation nested -> words(nested.annotation(), member, texts);
			default -> {
			}
		}
	}

}
