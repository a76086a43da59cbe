package dev.rapport.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the words in the rows behind a figure; titles of columns are {@code {fact:column(key)}}. */
@MessageBundle("rows")
public interface RowMessages {
    /** Of what is so or not; nothing is said of what is not known. */
    @Message("{#switch value}{#case 'true'}yes{#case}no{/switch}")
    String flag(String value);
}
