package dev.rapport.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.dashboard.FigureView.ChangeView;
import dev.rapport.metric.Change;
import dev.rapport.metric.Change.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandOutTest {
    private static final FigureText TEXT = new FigureText(EnglishWords.AUDIENCE);
    private static final ChangeView BETTER = new ChangeView("better", "up", "+12%", "better", "was 100");

    @Test
    void marksWhatStandsOutAmongAllThatIsCompared() {
        List<Change> table = new ArrayList<>();
        for (double p : new double[] {0.0001, 0.001, 0.002, 0.03}) {
            table.add(change(Verdict.BETTER, Optional.of(p)));
        }
        for (int i = 1; i <= 16; i++) {
            table.add(change(Verdict.NO_CLEAR_CHANGE, Optional.of(0.06 * i)));
        }
        table.add(change(Verdict.TOO_LITTLE_HISTORY, Optional.empty()));
        StandOut standOut = StandOut.among(table.stream().map(Optional::of), TEXT);

        assertThat(standOut.sentence()).isEqualTo("20 compared, 3 stand out");
        assertThat(standOut.mark(BETTER, table.get(2))).isEqualTo(BETTER);
        assertThat(standOut.mark(BETTER, table.get(3)))
                .as("better by itself, but of twenty one is so by chance")
                .isEqualTo(new ChangeView(
                        "unclear", "up", "+12%", "", "was 100 · of so many compared, this may be chance"));
    }

    @Test
    void saysHowManyItCompared() {
        assertThat(sentence(0.001)).isEqualTo("1 compared, 1 stands out");
        assertThat(sentence(0.2, 0.04)).isEqualTo("2 compared, none stands out");
        assertThat(sentence()).isEmpty();
    }

    private static String sentence(double... ps) {
        List<Optional<Change>> changes = new ArrayList<>();
        for (double p : ps) {
            changes.add(Optional.of(change(Verdict.BETTER, Optional.of(p))));
        }
        return StandOut.among(changes.stream(), TEXT).sentence();
    }

    private static Change change(Verdict verdict, Optional<Double> p) {
        return new Change(12, Optional.of(0.12), verdict, p, Optional.empty());
    }
}
