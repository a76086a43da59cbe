package dev.rapport.channel;

import dev.rapport.web.Choice;
import dev.rapport.web.Form;
import java.util.List;

/** A rule's form as it stands, and the channels to choose from. */
public record RuleEditor(Form<RuleForm> form, List<Choice> channels) {
    static RuleEditor of(Form<RuleForm> form) {
        return new RuleEditor(form, Channel.choices());
    }
}
