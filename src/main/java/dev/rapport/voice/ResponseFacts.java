package dev.rapport.voice;

import static dev.rapport.fact.FactField.text;
import static dev.rapport.fact.FactField.whole;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactTable;
import dev.rapport.fact.FactType;
import dev.rapport.fact.SharedFields;
import dev.rapport.fact.TimelineLine;
import dev.rapport.fact.TimelineLine.Amount;
import dev.rapport.fact.TimelineLine.End;
import dev.rapport.slice.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Describes answers to surveys. */
public final class ResponseFacts extends FactType {
    private static final FactTable TABLE = FactTable.named("response")
            .family("voice")
            .times("at")
            .survey()
            .person()
            .channel()
            .column("at")
            .column("score")
            .column("comment")
            .column("topic")
            .column("sentiment", "s.f_sentiment::smallint");

    private static final List<FactField> FIELDS = List.of(
            SharedFields.KEY.like(
                    "response id",
                    "invitation id",
                    "invitation",
                    "ticket id",
                    "respondent id",
                    "respnum",
                    "review id",
                    "answer id",
                    "submission id",
                    "submission token",
                    "id"),
            SurveyFields.SURVEY.need(),
            SurveyFields.SURVEY_KIND,
            SurveyFields.SCALE_MIN,
            SurveyFields.SCALE_MAX,
            SurveyFields.DIRECTION,
            SharedFields.AT
                    .need()
                    .like(
                            "responded at",
                            "answered at",
                            "response date",
                            "submitted at",
                            "inferred date",
                            "interview date",
                            "recorded date",
                            "submit date",
                            "date submitted",
                            "completed at",
                            "completion time",
                            "end date",
                            "date modified",
                            "review created",
                            "review date",
                            "created on",
                            "date created",
                            "start date",
                            "start time"),
            whole("score", -1_000, 1_000)
                    .like(
                            "rating",
                            "answer",
                            "nps",
                            "nps score",
                            "netpro",
                            "csat",
                            "ces",
                            "likelihood",
                            "review stars",
                            "stars",
                            "star rating",
                            "review rating",
                            "satisfaction rating",
                            "satisfaction score",
                            "value"),
            SharedFields.CUSTOMER,
            SharedFields.EMAIL,
            SharedFields.CHANNEL,
            text("comment", 20_000)
                    .like(
                            "feedback",
                            "text",
                            "verbatim",
                            "remark",
                            "review",
                            "review content",
                            "review text",
                            "open ended response"),
            text("topic", 300).names(Dimension.TOPIC).like("theme", "category", "comment group"),
            SharedFields.sentiment(),
            SurveyFields.SURVEY_KEY);

    private static final TimelineLine TIMELINE = new TimelineLine("answer", Amount.SCORE, End.NONE, """
            select response.at, response.id, channel_id, survey.name, response.score::numeric, comment, null::timestamptz
            from response join survey on survey.id = response.survey_id
            where response.current and visitor_id in (select id from visitor where person_id = ?)
            """);

    public ResponseFacts() {
        super("responses", FIELDS);
    }

    @Override
    public Optional<FactTable> table() {
        return Optional.of(TABLE);
    }

    @Override
    public boolean isVaried() {
        return true;
    }

    @Override
    public Set<String> telling() {
        return Set.of("score", "comment");
    }

    @Override
    public Optional<TimelineLine> timeline() {
        return Optional.of(TIMELINE);
    }

    @Override
    public List<String> figures() {
        return List.of("nps", "csat", "ces", "reviews");
    }
}
