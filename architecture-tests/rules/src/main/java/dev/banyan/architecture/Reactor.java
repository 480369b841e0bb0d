package dev.banyan.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Reads a Maven reactor: which artifacts there are and which of them each needs.
 */
final class Reactor {

	private Reactor() {
	}

	static List<Artifact> artifacts(Path root) {
		return artifacts(root, text(project(root.resolve("pom.xml")), "groupId"));
	}

	/** What has no modules is an artifact itself, also the root. */
	private static List<Artifact> artifacts(Path folder, String group) {
		Element project = project(folder.resolve("pom.xml"));
		List<Artifact> artifacts = new ArrayList<>();
		for (Element modules : children(project, "modules")) {
			for (Element module : children(modules, "module")) {
				artifacts.addAll(artifacts(folder.resolve(module.getTextContent().strip()).normalize(), group));
			}
		}
		return artifacts.isEmpty() ? List.of(artifact(project, folder, group)) : artifacts;
	}

	private static Artifact artifact(Element project, Path folder, String group) {
		List<String> needed = new ArrayList<>();
		for (Element dependencies : children(project, "dependencies")) {
			for (Element dependency : children(dependencies, "dependency")) {
				String scope = text(dependency, "scope");
				if (Set.of(group, "${project.groupId}").contains(text(dependency, "groupId")) && !scope.equals("test")
						&& !scope.equals("provided")) {
					needed.add(text(dependency, "artifactId"));
				}
			}
		}
		return new Artifact(text(project, "artifactId"), folder, needed);
	}

	private static Element project(Path pom) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			Document document = factory.newDocumentBuilder().parse(pom.toFile());
			return document.getDocumentElement();
		}
		catch (IOException | SAXException | ParserConfigurationException ex) {
			throw new IllegalArgumentException(pom + " cannot be read: " + ex.getMessage(), ex);
		}
	}

	private static List<Element> children(Element parent, String name) {
		List<Element> found = new ArrayList<>();
		for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element element && element.getTagName().equals(name)) {
				found.add(element);
			}
		}
		return found;
	}

	private static String text(Element parent, String name) {
		List<Element> found = children(parent, name);
		return found.isEmpty() ? "" : found.getFirst().getTextContent().strip();
	}

}
