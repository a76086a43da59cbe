package dev.rapport.ingest;

import dev.rapport.ingest.mapping.ImportQuestion;
import dev.rapport.ingest.mapping.Mapping;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;

/**
 * Shows a question of the mapping step.
 *
 * @param name of its form field
 * @param open not answered by one of its options
 */
record ImportQuestionRow(
        String name, String title, String example, List<Option> options, boolean confirmation, boolean open) {
    private static final QuestionMessages WORDS = MessageBundles.get(QuestionMessages.class);

    record Option(String value, String label, boolean chosen) {}

    static ImportQuestionRow of(ImportQuestion question, Mapping mapping) {
        String answer =
                mapping.answer(question.kind(), question.about()).orElse(question.isOffer() ? ImportQuestion.NEW : "");
        return new ImportQuestionRow(
                "answer." + question.key(),
                title(question),
                question.example(),
                question.options().stream()
                        .map(option -> new Option(option, label(question.kind(), option), option.equals(answer)))
                        .toList(),
                question.isConfirmation(),
                !question.options().contains(answer));
    }

    static String title(ImportQuestion question) {
        String about = question.about();
        return switch (question.kind()) {
            case TARGET -> WORDS.target();
            case TABLE -> WORDS.table();
            case OTHER_TABLE -> WORDS.otherTable();
            case DECIMAL -> WORDS.decimal(about);
            case DATE_ORDER -> WORDS.dateOrder(about);
            case UNREADABLE_DATES -> WORDS.unreadableDates(about);
            case SCALE -> WORDS.scale(about);
            case STATE -> WORDS.state(about);
            case CURRENCY -> WORDS.currency(about);
            case INTERVAL -> WORDS.interval(about);
            case ORDER_STATE -> WORDS.orderState(about);
            case SUBSCRIPTION_STATE -> WORDS.subscriptionState(about);
            case DISCOUNT -> WORDS.discount(about);
            case TAX -> WORDS.tax(about);
            case SHIPPING -> WORDS.shipping(about);
            case REPEATED_TOTAL -> WORDS.repeatedTotal(about);
            case NEW_CHANNEL -> WORDS.newChannel(about);
            case LIKE_CHANNEL -> WORDS.likeChannel(about);
            case NEW_CHANNELS -> WORDS.newChannels();
            case MANY_REJECTED -> WORDS.manyRejected();
            case MANY_REPLACED -> WORDS.manyReplaced();
            case MANY_KEPT -> WORDS.manyKept();
            case SOURCE -> WORDS.source(about);
            case OTHER_SOURCE_REPLACED -> WORDS.otherSourceReplaced(about);
            case SAME_KEY -> WORDS.sameKey(about);
            case DAMAGED_IDS -> WORDS.damagedIds(about);
            case NO_KEY -> WORDS.noKey();
            case TOTAL_ROW -> WORDS.totalRow();
            case FAR_DATE -> WORDS.farDate(about);
        };
    }

    private static String label(ImportQuestion.Kind kind, String option) {
        return option.equals(ImportQuestion.YES)
                ? WORDS.goOn()
                : switch (kind) {
                    case DECIMAL -> option.equals(",") ? WORDS.comma() : WORDS.point();
                    case DATE_ORDER -> option.equals("DMY") ? WORDS.dayFirst() : WORDS.monthFirst();
                    case STATE ->
                        switch (option) {
                            case "open" -> WORDS.stateOpen();
                            case "resolved" -> WORDS.stateResolved();
                            default -> WORDS.stateNoTicket();
                        };
                    case CURRENCY -> WORDS.keepOut();
                    case ORDER_STATE -> WORDS.orderStateName(option);
                    case SUBSCRIPTION_STATE -> WORDS.subscriptionStateName(option);
                    case DISCOUNT -> WORDS.discountName(option);
                    case TAX, SHIPPING -> WORDS.heldName(option);
                    case NEW_CHANNEL, LIKE_CHANNEL -> option.equals(ImportQuestion.NEW) ? WORDS.isNew() : option;
                    case REPEATED_TOTAL -> WORDS.repeatedTotalName(option);
                    default -> option;
                };
    }
}
