package dev.rapport.ingest;

import dev.rapport.ingest.mapping.ImportQuestion;
import dev.rapport.ingest.mapping.Mapping;
import java.util.List;

/**
 * Shows a question of the mapping step.
 *
 * @param name of its form field
 * @param open not answered by one of its options
 */
record ImportQuestionRow(
        String name, String title, String example, List<Option> options, boolean confirmation, boolean open) {
    record Option(String value, String label, boolean chosen) {}

    static ImportQuestionRow of(ImportQuestion question, Mapping mapping, QuestionMessages words) {
        String answer =
                mapping.answer(question.kind(), question.about()).orElse(question.isOffer() ? ImportQuestion.NEW : "");
        return new ImportQuestionRow(
                "answer." + question.key(),
                title(question, words),
                question.example(),
                question.options().stream()
                        .map(option -> new Option(option, label(question.kind(), option, words), option.equals(answer)))
                        .toList(),
                question.isConfirmation(),
                !question.options().contains(answer));
    }

    static String title(ImportQuestion question, QuestionMessages words) {
        String about = question.about();
        return switch (question.kind()) {
            case TARGET -> words.target();
            case TABLE -> words.table();
            case OTHER_TABLE -> words.otherTable();
            case DECIMAL -> words.decimal(about);
            case DATE_ORDER -> words.dateOrder(about);
            case UNREADABLE_DATES -> words.unreadableDates(about);
            case SCALE -> words.scale(about);
            case COUNTS_AS -> words.countsAs(about);
            case STATE -> words.state(about);
            case CURRENCY -> words.currency(about);
            case INTERVAL -> words.interval(about);
            case ORDER_STATE -> words.orderState(about);
            case SUBSCRIPTION_STATE -> words.subscriptionState(about);
            case DISCOUNT -> words.discount(about);
            case TAX -> words.tax(about);
            case SHIPPING -> words.shipping(about);
            case REPEATED_TOTAL -> words.repeatedTotal(about);
            case NEW_CHANNEL -> words.newChannel(about);
            case LIKE_CHANNEL -> words.likeChannel(about);
            case NEW_CHANNELS -> words.newChannels();
            case MANY_REJECTED -> words.manyRejected();
            case MANY_REPLACED -> words.manyReplaced();
            case MANY_KEPT -> words.manyKept();
            case SOURCE -> words.source(about);
            case OTHER_SOURCE_REPLACED -> words.otherSourceReplaced(about);
            case SAME_KEY -> words.sameKey(about);
            case DAMAGED_IDS -> words.damagedIds(about);
            case NO_KEY -> words.noKey();
            case MANY_REASONS -> words.manyReasons();
            case TOTAL_ROW -> words.totalRow();
            case FAR_DATE -> words.farDate(about);
        };
    }

    private static String label(ImportQuestion.Kind kind, String option, QuestionMessages words) {
        return option.equals(ImportQuestion.YES)
                ? words.goOn()
                : switch (kind) {
                    case DECIMAL -> option.equals(",") ? words.comma() : words.point();
                    case DATE_ORDER -> option.equals("DMY") ? words.dayFirst() : words.monthFirst();
                    case STATE ->
                        switch (option) {
                            case "open" -> words.stateOpen();
                            case "resolved" -> words.stateResolved();
                            default -> words.stateNoTicket();
                        };
                    case CURRENCY -> words.keepOut();
                    case ORDER_STATE -> words.orderStateName(option);
                    case SUBSCRIPTION_STATE -> words.subscriptionStateName(option);
                    case DISCOUNT -> words.discountName(option);
                    case TAX, SHIPPING -> words.heldName(option);
                    case NEW_CHANNEL, LIKE_CHANNEL -> option.equals(ImportQuestion.NEW) ? words.isNew() : option;
                    case REPEATED_TOTAL -> words.repeatedTotalName(option);
                    default -> option;
                };
    }
}
