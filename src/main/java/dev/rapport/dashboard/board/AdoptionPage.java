package dev.rapport.dashboard.board;

import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.metric.Adoption;
import dev.rapport.metric.Definition;
import dev.rapport.slice.Grain;
import dev.rapport.words.NumberFormats;
import java.util.List;

/** Holds how features were taken up, as it is shown. */
public record AdoptionPage(String productUrl, List<Feature> features, String csvUrl) {
    public record Feature(String name, String released, List<Week> weeks) {}

    /** @param bar the share, in per cent of the highest of the feature */
    public record Week(String start, String fresh, String users, String share, String title, int bar) {}

    static AdoptionPage of(List<Adoption> adoptions, PageContext context) {
        PageLinks links = new PageLinks("/product", context.slice());
        return new AdoptionPage(
                links.url(),
                adoptions.stream().map(adoption -> feature(adoption, context)).toList(),
                links.under("/product/adoption.csv"));
    }

    private static Feature feature(Adoption adoption, PageContext context) {
        double most = adoption.weeks().stream()
                .flatMap(week -> week.share().value().stream())
                .mapToDouble(Number::doubleValue)
                .max()
                .orElse(0);
        return new Feature(
                adoption.name(),
                context.audience().dates().day(adoption.released()),
                adoption.weeks().stream().map(week -> week(week, most, context)).toList());
    }

    private static Week week(Adoption.Week week, double most, PageContext context) {
        NumberFormats numbers = context.audience().numbers();
        double share = week.share().value().map(Number::doubleValue).orElse(0.0);
        return new Week(
                context.periods().bucket(week.start().atStartOfDay(), Grain.WEEK),
                numbers.count(week.fresh()),
                numbers.count(week.users()),
                context.figures().figure(Definition.Unit.PERCENT, week.share()),
                numbers.count(week.users()) + " ÷ " + numbers.count(week.active()),
                most == 0 ? 0 : (int) Math.round(100 * share / most));
    }
}
