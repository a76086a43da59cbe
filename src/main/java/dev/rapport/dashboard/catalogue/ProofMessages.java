package dev.rapport.dashboard.catalogue;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Tells in the catalogue which tests hold a metric. The files are there for every one: the tests named miss them. */
@MessageBundle("proof")
public interface ProofMessages {
    @Message("Held by")
    String heldBy();

    @Message(
            "Two tests hold every figure: it is counted again in plain SQL from the facts, and from the rows one can take away.")
    String lead();

    @Message("RecountPropertyTest, ReAddPropertyTest (recount/{key}.sql)")
    String tests(String key);
}
