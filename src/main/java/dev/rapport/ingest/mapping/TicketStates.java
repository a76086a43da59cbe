package dev.rapport.ingest.mapping;

import dev.rapport.ingest.file.UploadSample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Knows the words by which helpdesks say whether a ticket is open, resolved, or none at all. */
final class TicketStates {
    /** A column with more different values than this holds something else. */
    private static final int MOST = 40;

    private static final String OPEN =
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
    private static final String RESOLVED =
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
    private static final String NO_TICKET =
            "no ticket|not a ticket|merged|merged into|spam|spammed|suspended|junk|deleted|trash|trashed"
                    + "|zusammengeführt|zusammengefasst|gelöscht|papierkorb|fusionné|fusionnée|supprimé|supprimée|indésirable"
                    + "|fusionado|fusionada|combinado|eliminado|eliminada|borrado|mesclado|mesclada|excluído|excluída|unito|unita|eliminato"
                    + "|eliminata|cancellato|samengevoegd|verwijderd|ongewenst|scalony|scalone|usunięty|usunięte|sammanslagen|raderad|borttagen"
                    + "|skräppost|flettet|sammenflettet|slettet|yhdistetty|poistettu|roskaposti|sloučený|smazaný|smazáno";

    private static final FactField FIELD = FactField.choice(
                    "state", TicketRule.OPEN, OPEN, TicketRule.RESOLVED, RESOLVED, TicketRule.NO_TICKET, NO_TICKET)
            .like(
                    "ticket status",
                    "ticket state",
                    "status",
                    "current conversation state",
                    "conversation state",
                    "conversation status",
                    "incident state",
                    "case status",
                    "issue status",
                    "request status",
                    "status name",
                    "state name",
                    "current status",
                    "current state",
                    "ticketstatus",
                    "statut",
                    "état",
                    "estado",
                    "stato",
                    "stan",
                    "tila",
                    "stav");

    private static final List<String> ANSWERS = List.of(TicketRule.OPEN, TicketRule.RESOLVED, TicketRule.NO_TICKET);

    private TicketStates() {}

    static FactField field() {
        return FIELD;
    }

    static boolean isKnown(String text) {
        return FIELD.choices().containsKey(FactField.simple(text));
    }

    /** Whether a column says how tickets stand: a column {@code state} may as well name parts of a country. */
    static boolean isIn(String column, List<String> texts) {
        List<String> distinct = texts.stream().distinct().toList();
        if (distinct.size() > MOST) {
            return false;
        }
        boolean speaks = FactField.simple(column).contains("status")
                || FactField.simple(column).contains("ticket");
        return speaks
                || distinct.stream().anyMatch(TicketStates::isKnown)
                || distinct.stream().allMatch(text -> text.matches("-?\\d{1,3}"));
    }

    /** Asks for the meaning of each word that is not known. */
    static List<ImportQuestion> ask(ImportTarget target, Mapping mapping, UploadSample sample) {
        if (!target.has(FIELD.key())) {
            return List.of();
        }
        return mapping.binding(FIELD.key()).stream()
                .filter(binding ->
                        binding.columns().size() == 1 && !binding.values().containsKey("*"))
                .flatMap(binding -> words(binding.columns().get(0), sample)
                        .filter(word -> !binding.values().containsKey(word)
                                && !mapping.nullWords().contains(word))
                        .map(word -> new ImportQuestion(
                                ImportQuestion.Kind.STATE,
                                word,
                                binding.columns().get(0),
                                ANSWERS)))
                .limit(MOST)
                .toList();
    }

    private static Stream<String> words(String column, UploadSample sample) {
        int position = sample.header().position(column).orElse(Integer.MAX_VALUE);
        return sample.rows().stream()
                .filter(row -> position < row.size())
                .map(row -> row.get(position).strip())
                .filter(word -> !word.isEmpty() && !isKnown(word))
                .distinct()
                .sorted();
    }

    /** What was answered, beside what the mapping says of values. */
    static Map<String, String> answered(Mapping mapping, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        String prefix = ImportQuestion.key(ImportQuestion.Kind.STATE, "");
        mapping.answers().forEach((question, answer) -> {
            if (question.startsWith(prefix)) {
                all.put(question.substring(prefix.length()), answer);
            }
        });
        return all;
    }
}
