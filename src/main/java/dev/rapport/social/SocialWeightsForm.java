package dev.rapport.social;

import dev.rapport.team.AuditWords;
import dev.rapport.team.Settings;
import dev.rapport.web.FormText;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.FormParam;
import java.math.BigDecimal;

/** Reads how much likes, shares, comments, saves and clicks weigh, as a form sends it: numbers from 0 to 100. */
public record SocialWeightsForm(
        @FormParam("likes") @Pattern(regexp = WEIGHT, message = "weights:bad")
        String likes,

        @FormParam("shares") @Pattern(regexp = WEIGHT, message = "weights:bad")
        String shares,

        @FormParam("comments") @Pattern(regexp = WEIGHT, message = "weights:bad")
        String comments,

        @FormParam("saves") @Pattern(regexp = WEIGHT, message = "weights:bad")
        String saves,

        @FormParam("clicks") @Pattern(regexp = WEIGHT, message = "weights:bad")
        String clicks) {
    private static final String WEIGHT = "100([.,]0{1,2})?|[0-9]{1,2}([.,][0-9]{1,2})?";

    public SocialWeightsForm {
        likes = FormText.stripped(likes);
        shares = FormText.stripped(shares);
        comments = FormText.stripped(comments);
        saves = FormText.stripped(saves);
        clicks = FormText.stripped(clicks);
    }

    static SocialWeightsForm of(Settings settings) {
        return new SocialWeightsForm(
                plain(settings.weightLikes),
                plain(settings.weightShares),
                plain(settings.weightComments),
                plain(settings.weightSaves),
                plain(settings.weightClicks));
    }

    private static String plain(BigDecimal weight) {
        return weight.stripTrailingZeros().toPlainString();
    }

    void write(Settings settings) {
        settings.weightLikes = number(likes);
        settings.weightShares = number(shares);
        settings.weightComments = number(comments);
        settings.weightSaves = number(saves);
        settings.weightClicks = number(clicks);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }

    /** As the audit trail says it. */
    String text() {
        return String.join(
                ", ",
                AuditWords.word("likes", likes),
                AuditWords.word("shares", shares),
                AuditWords.word("comments", comments),
                AuditWords.word("saves", saves),
                AuditWords.word("clicks", clicks));
    }
}
