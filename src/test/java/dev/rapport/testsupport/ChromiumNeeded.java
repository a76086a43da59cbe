package dev.rapport.testsupport;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides before Keycloak and Quarkus start whether there is a browser to drive. */
final class ChromiumNeeded implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.find().isPresent()) {
            return ConditionEvaluationResult.enabled("there is a browser");
        }
        System.err.println("""

                ****************************************************************************************
                *  BROWSER TESTS SKIPPED: no Chromium or Chrome found, and none could be downloaded.   *
                *  Install one, or name it by RAPPORT_CHROMIUM.                                        *
                ****************************************************************************************
                """);
        return ConditionEvaluationResult.disabled("no Chromium or Chrome");
    }
}
