package dev.banyan.architecture;

import java.util.List;

/**
 * The rules that keep a module able to leave. Each names the class, the line and what to
 * do instead.
 */
public final class BoundaryRules {

	private BoundaryRules() {
	}

	/**
	 * All rules.
	 * @return in the order in which they are best mended
	 */
	public static List<Rule> all() {
		return List.of(Dependencies.declared(), Dependencies.allowed(), PomDependencies.rule(), Permissions.rule(),
				Dependencies.withoutCycles(), Dependencies.closedInternals(), OwnFolder.rule(), PlainApi.rule(),
				EventShape.rule(), EventSchemas.rule(), SynchronousListeners.rule(), Tables.ofEntities(),
				Tables.inSql(), Migrations.rule(), TransactionsAcrossSeams.rule(), SeamsWhileStarting.rule(),
				MutableStatics.rule(), ForeignConfiguration.rule(), ForeignResources.rule(),
				ForeignImplementations.rule(), Outsiders.onlyTheAdapterKnowsTheLegacySystem(),
				Outsiders.theGatewayKnowsNoModule());
	}

}
