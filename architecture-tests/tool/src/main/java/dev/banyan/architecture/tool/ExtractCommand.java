package dev.banyan.architecture.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code banyan extract} and {@code banyan absorb}. Needs nothing but a JDK: it runs from
 * source, also where nothing was built.
 */
public final class ExtractCommand {

	private static final int USAGE = 2;

	private final Folders folders;

	private final String module;

	ExtractCommand(Path root, String module) {
		this.folders = new Folders(root);
		this.module = module;
	}

	/**
	 * Runs a command.
	 * @param arguments the folder of the code base, extract or absorb, the module, and
	 * {@code --check} to change nothing
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(String[] arguments) throws IOException {
		List<String> rest = new ArrayList<>(Arrays.asList(arguments));
		boolean check = rest.remove("--check");
		if (rest.size() != 3 || !Set.of("extract", "absorb").contains(rest.get(1))) {
			System.err.println("usage: ./banyan extract MODULE [--check] | ./banyan absorb MODULE [--check]");
			System.exit(USAGE);
		}
		ExtractCommand command = new ExtractCommand(Path.of(rest.get(0)).toAbsolutePath().normalize(), rest.get(2));
		int result = rest.get(1).equals("extract") ? command.extract(check) : command.absorb(check);
		if (result == 0 && !check && rest.get(1).equals("extract")) {
			command.decisions();
		}
		System.exit(result);
	}

	int extract(boolean check) throws IOException {
		List<String> blockers = blockers();
		if (blockers.isEmpty() && this.folders.isService(this.module)) {
			blockers.add(this.module + " has a service already: modules/" + this.module + "/service");
		}
		if (!blockers.isEmpty()) {
			return refuse(blockers);
		}
		List<String> split = this.folders.neededBy(this.module)
			.stream()
			.filter((other) -> !this.folders.isSplit(other))
			.toList();
		say(check ? "could be extracted: " : "",
				split.isEmpty() ? "nothing has to be split" : "split into api and impl: " + String.join(", ", split));
		if (!check) {
			for (String other : split) {
				new Split(this.folders, other).apart();
			}
			new Service(this.folders, this.module).add();
		}
		return 0;
	}

	int absorb(boolean check) throws IOException {
		List<String> blockers = blockers();
		if (blockers.isEmpty()) {
			if (!this.folders.isService(this.module)) {
				blockers.add(this.module + " has no service");
			}
			for (Path pom : this.folders.poms()) {
				if (Pom.read(pom).names(this.module + "-service")
						&& !pom.equals(this.folders.root().resolve("pom.xml"))) {
					blockers.add(this.folders.named(pom) + " needs " + this.module + "-service");
				}
			}
		}
		if (!blockers.isEmpty()) {
			return refuse(blockers);
		}
		Set<String> together = this.folders.neededBy(this.module);
		for (String other : this.folders.modules()) {
			if (!other.equals(this.module) && this.folders.isService(other)) {
				together.removeAll(this.folders.neededBy(other));
			}
		}
		together.removeIf((other) -> !this.folders.isSplit(other));
		say(check ? "could be absorbed: " : "", together.isEmpty() ? "nothing is put together again"
				: "put together again: " + String.join(", ", together));
		if (!check) {
			new Service(this.folders, this.module).remove();
			for (String other : together) {
				new Split(this.folders, other).together();
			}
		}
		return 0;
	}

	private List<String> blockers() {
		List<String> blockers = new ArrayList<>();
		if (!this.folders.modules().contains(this.module)) {
			blockers
				.add("there is no module " + this.module + "; there are " + String.join(", ", this.folders.modules()));
			return blockers;
		}
		String changes = this.folders.git("status", "--porcelain").strip();
		if (!changes.isEmpty()) {
			blockers
				.add("the work tree has changes, commit or stash them first:\n" + changes.indent(4).stripTrailing());
		}
		return blockers;
	}

	private static int refuse(List<String> blockers) {
		blockers.forEach((blocker) -> System.err.println("banyan: " + blocker));
		return 1;
	}

	private void say(String before, String what) {
		System.out.println(this.module + ": " + before + what);
	}

	private void decisions() {
		System.out.println("service: modules/" + this.module + "/service; faces in it: "
				+ String.join(", ", new TreeSet<>(this.folders.facesOf(this.module))));
		System.out.println(
				"""
						Nothing was committed: look at it with git diff --cached -M.
						Then: ./banyan readiness %1$s --prove (starts it alone and verifies its pacts), ./banyan up --extract %1$s, ./banyan move %1$s --to monolith --shadow, or back:
						./banyan absorb %1$s"""
					.formatted(this.module));
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
