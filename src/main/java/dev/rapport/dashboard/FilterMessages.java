package dev.rapport.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the words of the filter bar. */
@MessageBundle("filter")
public interface FilterMessages {
    @Message("Channels")
    String channels();

    @Message("Segments")
    String segments();

    @Message("Period")
    String period();

    @Message("Comparison")
    String comparison();

    @Message("Filters")
    String filters();

    @Message("Apply")
    String apply();

    @Message("Show results")
    String show();

    @Message("Custom dates")
    String custom();

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("Default goal")
    String defaultGoal();

    @Message("All surveys")
    String allSurveys();

    @Message("Active filters")
    String activeFilters();

    @Message("Remove filter: {what}")
    String removeFilter(String what);

    @Message("Clear all")
    String clearFilters();

    @Message("Usual periods")
    String usualPeriods();

    @Message("Automatic steps")
    String fittingGrain();
}
