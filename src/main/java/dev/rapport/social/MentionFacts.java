package dev.rapport.social;

import static dev.rapport.fact.FactField.text;
import static dev.rapport.fact.FactField.truth;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactTable;
import dev.rapport.fact.FactType;
import dev.rapport.fact.SharedFields;
import dev.rapport.slice.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Describes what others said in networks. */
public final class MentionFacts extends FactType {
    private static final FactTable TABLE = FactTable.named("mention")
            .family("social")
            .times("at")
            .person()
            .channel()
            .column("network")
            .column("brand")
            .column("topic")
            .column("at")
            .column("text")
            .column("sentiment", "s.f_sentiment::smallint")
            .column("frustrated")
            .column("technical")
            .column("article_helps")
            .column("needs_reply")
            .column("labelled_by", "coalesce(s.f_labelled_by, 'import')");

    private static final List<FactField> FIELDS = List.of(
            SharedFields.KEY.like("mention id", "tweet id", "id"),
            SharedFields.CUSTOMER,
            SharedFields.EMAIL,
            SharedFields.CHANNEL,
            text("network", 100).names(Dimension.NETWORK).need().like("platform", "social network", "source"),
            text("brand", 200).names(Dimension.BRAND).like("airline", "company", "product"),
            text("topic", 300).names(Dimension.TOPIC).like("theme", "category", "negative reason"),
            SharedFields.AT.need().like("posted at", "tweet created", "published at"),
            text("text", 20_000).like("content", "message", "tweet"),
            SharedFields.sentiment().like("airline sentiment"),
            truth("frustrated").like("frustration"),
            truth("technical"),
            truth("article_helps").like("help article"),
            truth("needs_reply").like("reply needed"),
            text("labelled_by", 100).like("labelled by", "labeled by", "label source"));

    public MentionFacts() {
        super("mentions", FIELDS);
    }

    @Override
    public Optional<FactTable> table() {
        return Optional.of(TABLE);
    }

    @Override
    public Set<String> telling() {
        return Set.of("text", "sentiment", "brand", "frustrated");
    }

    @Override
    public List<String> figures() {
        return List.of("mentions", "net_sentiment");
    }
}
