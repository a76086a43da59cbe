package dev.rapport.voice;

import static dev.rapport.fact.FactField.text;
import static dev.rapport.fact.FactField.whole;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactOutline;
import dev.rapport.fact.FactTable;
import dev.rapport.fact.FactType;
import dev.rapport.fact.HeaderEvidence;
import dev.rapport.fact.MeasureSource;
import dev.rapport.fact.SharedFields;
import dev.rapport.fact.TimelineLine;
import dev.rapport.fact.TimelineLine.Amount;
import dev.rapport.fact.TimelineLine.End;
import dev.rapport.fact.WholeFileRule;
import dev.rapport.metric.Measure;
import dev.rapport.slice.Dimension;
import java.util.List;

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
            .column("given")
            .column("comment")
            .column("topic")
            .column("ticket")
            .column("feature")
            .column("sentiment", "s.f_sentiment::smallint");

    private static final List<FactField> FIELDS = List.of(
            SharedFields.KEY.like("response id|invitation id|invitation|ticket id|respondent id|respnum|review id"
                    + "|answer id|submission id|submission token|id"),
            SurveyFields.SURVEY.need(),
            SurveyFields.SURVEY_KIND,
            SurveyFields.SCALE_MIN,
            SurveyFields.SCALE_MAX,
            SurveyFields.DIRECTION,
            SharedFields.AT
                    .need()
                    .like("responded at|answered at|response date|submitted at|inferred date|interview date"
                            + "|recorded date|submit date|date submitted|completed at|completion time|end date"
                            + "|date modified|review created|review date|created on|date created|start date"
                            + "|start time"),
            whole("score", -1_000, 1_000)
                    .like("rating|answer|nps|nps score|netpro|csat|ces|likelihood|review stars|stars"
                            + "|star rating|review rating|satisfaction rating|satisfaction score|value"),
            SharedFields.CUSTOMER,
            SharedFields.EMAIL,
            SharedFields.CHANNEL,
            text("comment", 20_000)
                    .like("feedback|text|verbatim|remark|review|review content|review text|open ended response"),
            text("topic", 300).names(Dimension.TOPIC).like("theme", "category", "comment group"),
            text("ticket", 200)
                    .like("ticket id|ticket number|ticket key|ticket no|ticket nr|case id|case number|conversation id"
                            + "|related ticket|about ticket"),
            text("feature", 300).like("product or feature|product|product name|feature name|module|function|task"),
            SharedFields.sentiment(),
            SurveyFields.SURVEY_KEY,
            text("given", AnswerWords.LONGEST).worked());

    private static final TimelineLine TIMELINE = new TimelineLine("answer", Amount.SCORE, End.NONE, """
            select response.at, response.id, channel_id, survey.name,
                   answer_place(survey.words, response.given, response.score)::numeric, comment, null::timestamptz
            from response join survey on survey.id = response.survey_id
            where response.current and visitor_id in (select id from visitor where person_id = ?)
            """);

    private static final String ANSWERS = """
            select answer.survey_id as item, answer.at, answer.channel_id, answer.survey_id, answer.score, answer.kind,
                   answer.person_id, answer.score_class, answer.id, answer.topic
            from span
            join survey_answer as answer on answer.at >= span.from_at and answer.at < span.to_at
            """;

    private static final String RESPONSES = """
            select response.survey_id as item, response.at, response.channel_id, visitor.person_id
            from span
            join response on response.current and response.at >= span.from_at and response.at < span.to_at
                and response.survey_id in (select survey_id from invited_survey)
            left join visitor on visitor.id = response.visitor_id
            """;

    private static final String COMMENTS = """
            select response.survey_id as item, response.at, response.channel_id, visitor.person_id, response.id, response.topic,
                   answer_place(survey.words, response.given, response.score) as score
            from span
            join response on response.current and response.at >= span.from_at and response.at < span.to_at
                and response.comment <> ''
            join survey on survey.id = response.survey_id
            left join visitor on visitor.id = response.visitor_id
            """;

    private static final String SCORES = """
            select survey_id * 1024 + score as item, at, channel_id, person_id, score, id, topic
            from (%s) as answer where score between 0 and 1023
            """.formatted(ANSWERS);

    /**
     * A response without a score, or with one outside of its survey's scale, has nothing to score, but somebody responded: the
     * response rate counts it. What a score means is said once, in the view {@code survey_answer}: the survey's own mapping ({@code
     * score_classes}) or the standard rule of its kind: promoters 9 and 10, passives 7 and 8, detractors up to 6, of five points 5,
     * 4 and the rest; satisfied the top two of the scale (of two or three points the best), at the low end where lower is better.
     * What was given as a word has the place that the survey says.
     */
    private static final List<MeasureSource> MEASURES = List.of(
            AnswerParts.apart(MeasureSource.of(ANSWERS, Measure.ANSWERS, "1")
                    .and(Measure.NPS_PROMOTERS, "(kind = 'nps' and score_class = 'promoter')::int")
                    .and(Measure.NPS_PASSIVES, "(kind = 'nps' and score_class = 'passive')::int")
                    .and(Measure.NPS_DETRACTORS, "(kind = 'nps' and score_class = 'detractor')::int")
                    .and(Measure.CSAT_ANSWERS, "(kind = 'csat' and score_class in ('good', 'bad'))::int")
                    .and(Measure.CSAT_SATISFIED, "(kind = 'csat' and score_class = 'good')::int")
                    .and(Measure.CES_ANSWERS, "(kind = 'ces')::int")
                    .and(Measure.CES_SUM, "case when kind = 'ces' then score end")
                    .and(Measure.CES_SQUARES, "case when kind = 'ces' then score * score end")),
            MeasureSource.of(RESPONSES, Measure.INVITED_ANSWERS, "1"),
            AnswerParts.apart(MeasureSource.of(COMMENTS, Measure.COMMENTED, "1")),
            AnswerParts.apart(MeasureSource.of(SCORES, Measure.SCORES, "1")));

    public ResponseFacts() {
        super(FactOutline.of("responses", FIELDS)
                .table(TABLE)
                .varied()
                .wholeFileRule(WholeFileRule.SURVEY_SCORE)
                .telling("score", "comment")
                .measures(MEASURES)
                .timeline(TIMELINE)
                .comesHome("""
                        at survey person>customer channel score score_class> comment topic sentiment ticket feature kind
                        scale_min scale_max direction key
                        """, """
                        at survey person>customer channel score score_class> comment topic sentiment kind scale_min
                        scale_max direction key
                        """)
                .figures("nps", "csat", "ces", "reviews"));
    }

    @Override
    public int evidence(HeaderEvidence file) {
        return file.names(SurveyFields.ANSWER) && file.has("score") ? HeaderEvidence.WEAK : 0;
    }
}
