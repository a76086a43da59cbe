package dev.rapport.behaviour;

import dev.rapport.team.Settings;
import jakarta.ws.rs.FormParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what customers sign up and what shows that they have arrived, as a form sends it. Both events may be left open. */
public class FirstWeekForm {
    @FormParam("signUp")
    @Nullable
    String signUp;

    @FormParam("keyEvent")
    @Nullable
    String keyEvent;

    @FormParam("days")
    @Nullable
    String days;

    static FirstWeekForm of(Settings settings) {
        FirstWeekForm form = new FirstWeekForm();
        form.signUp = settings.signUpEvent;
        form.keyEvent = settings.firstWeekEvent;
        form.days = Integer.toString(settings.firstWeekDays);
        return form;
    }

    Optional<String> signUpEvent() {
        return Optional.of(FeatureForm.plain(signUp)).filter(text -> !text.isEmpty());
    }

    Optional<String> keyEvent() {
        return Optional.of(FeatureForm.plain(keyEvent)).filter(text -> !text.isEmpty());
    }

    String daysText() {
        return FeatureForm.plain(days);
    }

    /** One to seven. */
    Optional<Integer> days() {
        return Optional.of(daysText()).filter(text -> text.matches("[1-7]")).map(Integer::valueOf);
    }

    boolean isSignUpBad() {
        return signUpEvent().filter(FeatureForm::isBadText).isPresent();
    }

    boolean isKeyEventBad() {
        return keyEvent().filter(FeatureForm::isBadText).isPresent();
    }

    boolean isBad() {
        return isSignUpBad() || isKeyEventBad() || days().isEmpty();
    }
}
