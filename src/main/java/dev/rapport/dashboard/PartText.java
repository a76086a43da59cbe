package dev.rapport.dashboard;

import dev.rapport.slice.Part;

/** Names of parts and of what the facts leave unnamed. */
final class PartText {
    private PartText() {}

    static String name(Part part, PartMessages words) {
        return switch (part) {
            case PAGE -> words.page();
            case ISSUE_TYPE -> words.issueType();
            case CAMPAIGN -> words.campaign();
            case VARIANT -> words.variant();
            case NETWORK -> words.network();
            case BRAND -> words.brand();
            case TOPIC -> words.topic();
            case FEATURE -> words.feature();
        };
    }

    static String value(String value, PartMessages words) {
        return value.isEmpty() ? words.unnamed() : value;
    }
}
