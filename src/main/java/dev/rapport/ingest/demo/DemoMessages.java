package dev.rapport.ingest.demo;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Holds the texts about demo data. */
@MessageBundle("demo")
public interface DemoMessages {
    @Message("Demo data")
    String title();

    @Message("These figures are invented: a company that sells cash registers to small shops, its 20,000 customers and"
            + " fourteen months of what they did.")
    String what();

    @Message("Stories to find in it")
    String stories();

    @Message("A paid-social giveaway about sixteen weeks ago brought many visitors and hardly any buyers.")
    String giveaway();

    @Message("A release seven weeks ago doubled the tickets on chat for three weeks and lowered satisfaction there.")
    String release();

    @Message("Since its price went up half a year ago, the starter plan loses customers much faster than the others.")
    String churn();

    @Message("Remove it before you use Rapport for your own figures. Facts you have imported yourself stay.")
    String why();

    @Message("I know that it cannot be brought back.")
    String sure();

    @Message("Tick the box to remove the demo data.")
    String sayYes();

    @Message("Remove demo data")
    String remove();

    @Message("There is no demo data here.")
    String none();
}
