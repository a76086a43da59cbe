package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesAsTheStandardSaysWithAMarkAtTheStart() throws IOException {
        CsvTable table = new CsvTable(out);
        table.text("plain")
                .text("a,b")
                .text("say \"hi\"")
                .text("two\r\nlines")
                .text("")
                .text(null)
                .text("Zoë")
                .end();
        table.number(-3)
                .number(new BigDecimal("0.1250"))
                .number(new BigDecimal("1E+3"))
                .number(Optional.empty())
                .end();
        table.finish();
        assertThat(written())
                .isEqualTo("\uFEFFplain,\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\",,,Zoë\r\n-3,0.125,1000,\r\n");
    }

    @Test
    void aDecimalCommaPartsCellsBySemicolons() throws IOException {
        CsvTable table = new CsvTable(out, CsvStyle.SEMICOLON);
        table.text("a,b").text("a;b").text("1.5").end();
        table.number(-3)
                .number(new BigDecimal("1234.50"))
                .number(Optional.of(new BigDecimal("0.125")))
                .plain("2026-11-30")
                .end();
        table.finish();
        assertThat(written()).isEqualTo("\uFEFFa,b;\"a;b\";1.5\r\n-3;1234,5;0,125;2026-11-30\r\n");
    }

    @Test
    void formulasBecomeTextAndNumbersStayNumbers() throws IOException {
        CsvTable table = new CsvTable(out);
        table.text("=1+1")
                .text("+49 30")
                .text("-2")
                .text("@me")
                .text("\tx")
                .text("\rx")
                .text("a=b")
                .text("'=1")
                .text("\uff1d1")
                .text("'tis")
                .end();
        table.number(new BigDecimal("-2.50")).number(-2).plain("-7").end();
        table.finish();
        assertThat(written())
                .isEqualTo("\uFEFF'=1+1,'+49 30,'-2,'@me,'\tx,\"'\rx\",a=b,''=1,'\uff1d1,'tis\r\n-2.5,-2,-7\r\n");
    }

    @Test
    void nothingIsRoundedOrWrittenWithAnExponent() {
        assertThat(CsvTable.plain(new BigDecimal("8911407.904000"))).isEqualTo("8911407.904");
        assertThat(CsvTable.plain(new BigDecimal("33.333333333333333333"))).isEqualTo("33.333333333333333333");
        assertThat(CsvTable.plain(new BigDecimal("0.00000001"))).isEqualTo("0.00000001");
        assertThat(CsvTable.plain(new BigDecimal("0E-10"))).isEqualTo("0");
        assertThat(CsvTable.plain(new BigDecimal("12000"))).isEqualTo("12000");
    }
}
