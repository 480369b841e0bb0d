package dev.banyan.testing.mysql;

import java.io.IOException;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jspecify.annotations.Nullable;

/**
 * Skips the tests of the run on MySQL, and says why, on a machine that cannot run the
 * server.
 */
public class WhereMySqlRuns implements ExecutionCondition {

	private static @Nullable ConditionEvaluationResult result;

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (!MySqlInsteadOfH2.isWanted()) {
			return ConditionEvaluationResult.enabled("not the run on MySQL");
		}
		return attempt();
	}

	private static synchronized ConditionEvaluationResult attempt() {
		if (result == null) {
			try (MySqlServer server = MySqlServer.start()) {
				result = ConditionEvaluationResult.enabled("MySQL runs here");
			}
			catch (IOException ex) {
				result = ConditionEvaluationResult.disabled("MySQL does not run here: " + ex.getMessage());
			}
		}
		return result;
	}

}
