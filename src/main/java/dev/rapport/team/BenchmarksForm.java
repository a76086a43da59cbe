package dev.rapport.team;

import dev.rapport.web.FormText;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.FormParam;

/** Reads for what kind of company benchmarks are shown, as a form sends it. */
public record BenchmarksForm(
        @FormParam("companySize") @Pattern(regexp = "small|large", message = "settings:companySizeUnknown")
        String companySize) {
    public BenchmarksForm {
        companySize = FormText.stripped(companySize);
    }

    static BenchmarksForm of(Settings settings) {
        return new BenchmarksForm(settings.companySize);
    }
}
