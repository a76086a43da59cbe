package dev.rapport.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts of the frame and the components. Each room keeps its own bundle for its own words. */
@MessageBundle
public interface Messages {
    @Message("Rapport")
    String product();

    @Message("Skip to content")
    String skip();

    @Message("Main")
    String navigation();

    @Message("Menu")
    String menu();

    @Message("Dashboards")
    String navDashboards();

    @Message("Overview")
    String navOverview();

    @Message("Marketing")
    String navMarketing();

    @Message("Product")
    String navProduct();

    @Message("Journey")
    String navJourney();

    @Message("Support")
    String navSupport();

    @Message("Customers")
    String navCustomers();

    @Message("Campaigns")
    String navCampaigns();

    @Message("Social listening")
    String navSocial();

    @Message("Cohorts")
    String navCohorts();

    @Message("Follow-up")
    String navFollowUp();

    @Message("Comments")
    String navComments();

    @Message("Topics and scores")
    String navVoiceTopics();

    @Message("Promoters")
    String navPromoters();

    @Message("Agents and hours")
    String navSupportWork();

    @Message("Support load")
    String navSupportLoad();

    @Message("Reference")
    String navReference();

    @Message("Pages to work on")
    String navPages();

    @Message("What to offer next")
    String navOffers();

    @Message("What each segment prefers")
    String navPreferred();

    @Message("Your metrics")
    String navOwnMetrics();

    @Message("Guide")
    String navGuide();

    @Message("Catalogue")
    String navCatalogue();

    @Message("Administration")
    String navAdministration();

    @Message("Imports")
    String navImports();

    @Message("Annotations")
    String navAnnotations();

    @Message("Targets")
    String navTargets();

    @Message("Customer list")
    String navCustomerList();

    @Message("Settings")
    String navSettings();

    @Message("Your settings")
    String preferences();

    @Message("Sign out")
    String signOut();

    @Message("Switch between light and dark")
    String switchTheme();

    @Message("Theme")
    String theme();

    @Message("Close")
    String close();

    @Message("Previous")
    String previous();

    @Message("Next")
    String next();

    @Message("Pages")
    String pages();

    /** Says which of how many a page shows. */
    @Message("{first}–{last} of {all}")
    String shown(String first, String last, String all);

    @Message("no data")
    String noData();

    @Message(
            "{#switch role}{#case 'admin'}admin{#case 'marketing'}marketing{#case 'support'}support{#case 'personal-data'}personal data{#case}{role}{/switch}")
    String role(String role);

    @Message("optional")
    String optional();

    @Message("You seem to be offline")
    String failureOffline();

    @Message("Rapport could not be reached. What you see is as it was before.")
    String failureOfflineText();

    @Message("That took too long")
    String failureSlow();

    @Message("The answer did not come in time. Try again, or ask for a shorter period.")
    String failureSlowText();

    @Message("Please try again in a moment")
    String failureUnavailable();

    @Message("The database or the sign-in service cannot be reached just now. Rapport recovers by itself.")
    String failureUnavailableText();

    @Message("That is more than one can ask at a time")
    String failureMany();

    @Message("Wait for what is under way, then try again.")
    String failureManyText();

    @Message("This is not open to you")
    String failureForbidden();

    @Message("Your role does not include this, or the page has been open for too long: load it again.")
    String failureForbiddenText();

    @Message("That was not understood")
    String failureRefused();

    @Message("One of the choices is not possible. Change it and try again.")
    String failureRefusedText();

    @Message("Something went wrong")
    String failureFailed();

    @Message("What you see is as it was before. Try again; if it stays, tell your administrator.")
    String failureFailedText();

    @Message("Figures are being counted")
    String counting();

    @Message("Facts have come in that are not in all of these figures yet. Load the page again in a moment.")
    String countingText();

    @Message("You are looking at invented demo data.")
    String inventedData();

    @Message("Remove demo data")
    String removeInventedData();

    @Message("Edit")
    String edit();

    @Message("Move up")
    String up();

    @Message("Move down")
    String down();

    @Message("Remove")
    String remove();

    @Message("This cannot be undone.")
    String removalAsked();

    @Message("Yes: {verb}")
    String removalYes(String verb);
}
