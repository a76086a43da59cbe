package dev.rapport.behaviour;

import dev.rapport.web.CalendarDay;
import dev.rapport.web.FormText;
import dev.rapport.web.ShortText;
import jakarta.ws.rs.FormParam;

/** Reads a feature as a form sends it. */
public record FeatureForm(
        @FormParam("name") @ShortText(max = 200, message = "features:nameBad")
        String name,

        @FormParam("event") @ShortText(max = 200, message = "features:eventBad")
        String event,

        @FormParam("released") @CalendarDay(optional = true, message = "features:releasedBad")
        String released) {
    static final FeatureForm BLANK = new FeatureForm("", "", "");

    public FeatureForm {
        name = FormText.stripped(name);
        event = FormText.stripped(event);
        released = FormText.stripped(released);
    }

    static FeatureForm of(Feature feature) {
        return new FeatureForm(
                feature.name, feature.eventName, feature.releasedOn == null ? "" : feature.releasedOn.toString());
    }
}
