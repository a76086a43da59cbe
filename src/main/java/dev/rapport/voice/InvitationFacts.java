package dev.rapport.voice;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactOutline;
import dev.rapport.fact.FactTable;
import dev.rapport.fact.FactType;
import dev.rapport.fact.HeaderEvidence;
import dev.rapport.fact.MeasureSource;
import dev.rapport.fact.SharedFields;
import dev.rapport.fact.WholeFileRule;
import dev.rapport.metric.Measure;
import java.util.List;

/** Describes invitations to surveys. */
public final class InvitationFacts extends FactType {
    private static final FactTable TABLE = FactTable.named("invitation")
            .family("voice")
            .times("at")
            .survey()
            .person()
            .channel()
            .column("at");

    private static final List<FactField> FIELDS = List.of(
            SharedFields.KEY.like("invitation id", "invitation", "id"),
            SurveyFields.SURVEY.need(),
            SurveyFields.SURVEY_KIND,
            SurveyFields.SCALE_MIN,
            SurveyFields.SCALE_MAX,
            SurveyFields.DIRECTION,
            SharedFields.AT.need().like("invited at", "sent"),
            SharedFields.CUSTOMER,
            SharedFields.EMAIL,
            SharedFields.CHANNEL,
            SurveyFields.SURVEY_KEY);

    private static final String INVITATIONS = """
            select invitation.survey_id as item, invitation.at, invitation.channel_id, visitor.person_id
            from span
            join invitation on invitation.current
                and invitation.at >= span.from_at and invitation.at < span.to_at
            left join visitor on visitor.id = invitation.visitor_id
            """;

    private static final List<MeasureSource> MEASURES =
            List.of(MeasureSource.of(INVITATIONS, Measure.INVITATIONS, "1"));

    public InvitationFacts() {
        super(FactOutline.of("invitations", FIELDS)
                .table(TABLE)
                .wholeFileRule(WholeFileRule.SURVEY)
                .telling("survey")
                .measures(MEASURES)
                .figures("response_rate"));
    }

    /** A file with scores holds answers. */
    @Override
    public int evidence(HeaderEvidence file) {
        return file.names(SurveyFields.ANSWER) ? -HeaderEvidence.STRONG : 0;
    }
}
