package dev.rapport.metric;

import dev.rapport.slice.Slice;
import java.util.List;

/**
 * Defines the metric channel preference: tickets by the channels of the slice / tickets by any channel x 100. Both are
 * of the same segments and days: it shows which channel a segment prefers. Broken down by channel, the shares of a
 * segment are 100 together; of all channels at once it is 100.
 *
 * <p>Unit: per cent, with Wilson's interval. Null behaviour: no data where a segment wrote no ticket by any channel. Example:
 * 30 of 40 tickets by chat are 75 %. Source: ten engagement metrics [E10].
 */
final class ChannelPreference implements ComposedMetric {
    private static final Definition DEFINITION = Define.metric(
                    "channel_preference", Definition.Topic.SUPPORT, Definition.Unit.PERCENT, Definition.Better.NEITHER)
            .sources("E10")
            .rows(RowSet.of("ticket").by("created"))
            .done();

    private static final List<Operand> OPERANDS =
            List.of(Operand.of(new TicketVolume()), Operand.ofAnyChannel(new TicketVolume()));

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public List<Operand> operands(Slice slice) {
        return OPERANDS;
    }

    @Override
    public Figure figure(Slice slice, List<Figure> figures) {
        return Figures.share(
                figures.get(0).numerator().longValueExact(),
                figures.get(1).numerator().longValueExact());
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return List.of("share_of_all_channels");
    }
}
