package dev.banyan.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
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

	/**
	 * A string constant.
	 *
	 * @param value the string; what is only known at run time is a space in it
	 * @param line where it is used; 0 in an annotation of a class or field
	 * @param member the method or field; empty for the class itself
	 */
	record Text(String value, int line, String member) {
	}

	static ClassText of(Path file) {
		try {
			ClassModel model = ClassFile.of().parse(file);
			List<Text> texts = new ArrayList<>();
			List<Text> casts = new ArrayList<>();
			annotated(model, "", texts);
			for (FieldModel field : model.fields()) {
				annotated(field, field.fieldName().stringValue(), texts);
			}
			for (MethodModel method : model.methods()) {
				annotated(method, method.methodName().stringValue(), texts);
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
		int line = 0;
		for (CodeElement element : method.code().<Iterable<CodeElement>>map((code) -> code).orElse(List.of())) {
			if (element instanceof LineNumber number) {
				line = number.line();
			}
			else if (element instanceof ConstantInstruction.LoadConstantInstruction load
					&& load.constantEntry() instanceof StringEntry text) {
				texts.add(new Text(text.stringValue(), line, member));
			}
			else if (element instanceof TypeCheckInstruction check) {
				casts.add(new Text(check.type().asInternalName().replace('/', '.'), line, member));
			}
			else if (element instanceof InvokeDynamicInstruction dynamic) {
				for (var argument : dynamic.invokedynamic().bootstrap().arguments()) {
					if (argument instanceof StringEntry text) {
						texts.add(new Text(text.stringValue().replace('\u0001', ' ').replace('\u0002', ' '), line,
								member));
					}
				}
			}
		}
	}

	private static void annotated(AttributedElement element, String member, List<Text> texts) {
		element.findAttribute(Attributes.runtimeVisibleAnnotations())
			.ifPresent((visible) -> visible.annotations().forEach((annotation) -> words(annotation, member, texts)));
	}

	private static void words(Annotation annotation, String member, List<Text> texts) {
		annotation.elements().forEach((element) -> words(element.value(), member, texts));
	}

	private static void words(AnnotationValue value, String member, List<Text> texts) {
		switch (value) {
			case AnnotationValue.OfString text -> texts.add(new Text(text.stringValue(), 0, member));
			case AnnotationValue.OfArray array -> array.values().forEach((one) -> words(one, member, texts));
			case AnnotationValue.OfAnnotation nested -> words(nested.annotation(), member, texts);
			default -> {
			}
		}
	}

}
