package dev.rapport.dashboard.catalogue;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the words of the catalogue. */
@MessageBundle("catalogue")
public interface CatalogueMessages {
    @Message("Catalogue")
    String catalogue();

    @Message("Every number Rapport shows, with what it means, how it is computed, and how it is misread.")
    String catalogueLead();

    @Message("Search")
    String search();

    @Message("Search the catalogue")
    String searchCatalogue();

    @Message("Teams")
    String teams();

    @Message("Marketing")
    String marketingTeam();

    @Message("Support")
    String supportTeam();

    @Message("Marketing and support")
    String bothTeams();

    @Message("Site")
    String topicSite();

    @Message("Campaigns")
    String topicCampaigns();

    @Message("Social media")
    String topicSocial();

    @Message("Product use")
    String topicProduct();

    @Message("Voice of the customer")
    String topicVoice();

    @Message("Support")
    String topicSupport();

    @Message("Loyalty and value")
    String topicCustomers();
}
