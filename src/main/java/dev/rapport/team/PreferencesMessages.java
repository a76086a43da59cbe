package dev.rapport.team;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of what a person chooses for themselves. */
@MessageBundle("preferences")
public interface PreferencesMessages {
    @Message("Your settings")
    String title();

    @Message("They hold in this browser, and for nobody else.")
    String lead();

    @Message("CSV files")
    String csv();

    @Message(
            "Choose what your spreadsheet opens in columns. A single address says it by csv=comma or csv=semicolon. Rapport reads both back.")
    String csvHint();

    @Message("comma between cells, decimal point: 1234.5")
    String comma();

    @Message("semicolon between cells, decimal comma: 1234,5")
    String semicolon();

    @Message("Choose one of the two.")
    String csvBad();

    @Message("Save")
    String save();

    @Message("Your settings are saved")
    String saved();
}
