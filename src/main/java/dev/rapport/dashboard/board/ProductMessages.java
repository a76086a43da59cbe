package dev.rapport.dashboard.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of what stands on the product's and the site's page beside the figures. */
@MessageBundle("product")
public interface ProductMessages {
    @Message("Adoption")
    String adoption();

    @Message("Who used a feature for the first time since its release, by week up to the end of the period.")
    String adoptionLead();

    @Message("released {day}")
    String released(String day);

    @Message("Week")
    String week();

    @Message("First use")
    String fresh();

    @Message("Users so far")
    String users();

    @Message("Of the people active since")
    String share();

    @Message("No feature has a release date yet: give one in the settings and see how it is taken up.")
    String none();

    @Message("Usage by feature")
    String usageByFeature();

    @Message("Most viewed pages")
    String mostViewedPages();

    @Message("Pages on which visits end")
    String exitPages();

    @Message("Pages on which visits begin")
    String landingPages();

    @Message("Goals side by side")
    String goals();

    @Message("NPS answers by score")
    String npsByScore();

    @Message("CSAT answers by score")
    String csatByScore();

    @Message("CES answers by score")
    String cesByScore();
}
