package dev.rapport.revenue;

import dev.rapport.web.FormText;
import dev.rapport.web.NameKey;
import dev.rapport.web.ShortText;
import jakarta.ws.rs.FormParam;

/** Reads that one reason counts as another, as a form sends it. */
public record MeaningForm(
        @FormParam("said") @ShortText(max = 300, message = "reasons:reasonBad")
        String said,

        @FormParam("means") @ShortText(max = 300, message = "reasons:reasonBad")
        String means) {
    static final MeaningForm BLANK = new MeaningForm("", "");

    public MeaningForm {
        said = FormText.tidy(said);
        means = FormText.tidy(means);
    }

    static MeaningForm of(ReasonMeaning meaning) {
        return new MeaningForm(meaning.said, meaning.means);
    }

    String saidKey() {
        return NameKey.loose(said);
    }

    String meansKey() {
        return NameKey.loose(means);
    }
}
