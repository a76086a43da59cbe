package dev.rapport.support;

import static dev.rapport.fact.FactField.choice;

import dev.rapport.fact.FactField;

/** Knows the words by which helpdesks say whether a ticket is open, resolved, or none at all. */
public final class HelpdeskStates {
    public static final String OPEN = "open";
    public static final String RESOLVED = "resolved";
    public static final String NO_TICKET = "no-ticket";

    private static final String OPEN_WORDS =
            "new|open|opened|reopened|re-opened|reopen|unresolved|unsolved|not resolved|pending|pending close"
                    + "|pending reminder|pending customer|pending vendor|hold|on hold|on-hold|in progress|work in progress|wip|active"
                    + "|assigned|unassigned|accepted|acknowledged|waiting|waiting for customer|waiting on customer|waiting on contact"
                    + "|waiting on us|waiting for support|waiting on third party|waiting on vendor|waiting for approval"
                    + "|waiting for reply|awaiting user info|awaiting problem|awaiting vendor|awaiting evidence|awaiting change"
                    + "|awaiting caller|awaiting customer|awaiting reply|awaiting response|awaiting agent|awaiting approval"
                    + "|customer replied|customer responded|to do|todo|backlog|in review|under review|under investigation|investigating"
                    + "|escalated|triage|snoozed|queued|not started|started|in treatment|selected for development|in development"
                    + "|blocked|scheduled"
                    // German, French, Spanish, Portuguese, Italian, Dutch, Polish, Swedish, Danish, Norwegian, Finnish,
                    // Czech
                    + "|offen|neu|in bearbeitung|wartend|wiedereröffnet|erneut geöffnet|ausstehend|zugewiesen"
                    + "|ouvert|ouverte|nouveau|nouvelle|en cours|en attente|rouvert|réouvert|à faire"
                    + "|abierto|abierta|nuevo|nueva|en curso|en proceso|en progreso|pendiente|en espera|reabierto"
                    + "|aberto|aberta|novo|nova|em andamento|em espera|pendente|reaberto"
                    + "|aperto|aperta|nuovo|nuova|in corso|in attesa|in lavorazione|riaperto"
                    + "|nieuw|in behandeling|wachtend|in wacht|heropend"
                    + "|otwarty|otwarte|nowy|nowe|w toku|oczekujący|wstrzymane"
                    + "|öppen|öppet|ny|nytt|pågående|pågår|väntar|åben|igangværende|afventer|åpen|pågår|venter"
                    + "|avoin|uusi|odottaa|kesken|otevřený|otevřeno|nový|probíhá|čeká";
    private static final String RESOLVED_WORDS =
            "solved|resolved|closed|complete|completed|done|fixed|finished|closed complete"
                    + "|closed incomplete|closed skipped|closed resolved|closed - resolved|resolved - closed|closed successful|closed unsuccessful"
                    + "|auto-closed|auto closed|closed by merge request|won't do|won't fix|wont fix|declined"
                    + "|geschlossen|gelöst|erledigt|abgeschlossen|beendet|behoben"
                    + "|fermé|fermée|résolu|résolue|clos|close|clôturé|terminé|terminée"
                    + "|cerrado|cerrada|resuelto|resuelta|solucionado|finalizado|completado|terminado"
                    + "|fechado|fechada|resolvido|resolvida|encerrado|concluído|concluída|finalizado|solucionado"
                    + "|chiuso|chiusa|risolto|risolta|completato|concluso"
                    + "|gesloten|opgelost|afgerond|afgesloten|voltooid|gereed"
                    + "|zamknięty|zamknięte|rozwiązany|rozwiązane|zakończony|zakończone"
                    + "|stängd|stängt|löst|avslutad|avslutat|klar|lukket|løst|afsluttet|avsluttet|ferdig"
                    + "|suljettu|ratkaistu|valmis|uzavřený|uzavřeno|vyřešený|vyřešeno|hotovo";
    private static final String NO_TICKET_WORDS =
            "no ticket|not a ticket|merged|merged into|spam|spammed|suspended|junk|deleted|trash|trashed"
                    + "|zusammengeführt|zusammengefasst|gelöscht|papierkorb|fusionné|fusionnée|supprimé|supprimée|indésirable"
                    + "|fusionado|fusionada|combinado|eliminado|eliminada|borrado|mesclado|mesclada|excluído|excluída|unito|unita|eliminato"
                    + "|eliminata|cancellato|samengevoegd|verwijderd|ongewenst|scalony|scalone|usunięty|usunięte|sammanslagen|raderad|borttagen"
                    + "|skräppost|flettet|sammenflettet|slettet|yhdistetty|poistettu|roskaposti|sloučený|smazaný|smazáno";

    public static final FactField FIELD = choice(
                    "state", OPEN, OPEN_WORDS, RESOLVED, RESOLVED_WORDS, NO_TICKET, NO_TICKET_WORDS)
            .like("ticket status|ticket state|status|current conversation state|conversation state"
                    + "|conversation status|incident state|case status|issue status|request status"
                    + "|status name|state name|current status|current state|ticketstatus|statut|état|estado"
                    + "|stato|stan|tila|stav");

    private HelpdeskStates() {}
}
