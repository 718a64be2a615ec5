package hebb.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.math.BigDecimal;
import java.math.MathContext;
import org.knowm.xchart.style.AxesChartStyler;

/// How all figures look: dark text on white, ten colours that can be told apart.
final class Style {
    static final Font TITLE = font(Font.BOLD, 17);
    static final Font LABEL = font(Font.PLAIN, 14);
    static final Font SMALL = font(Font.PLAIN, 12);
    static final Color TEXT = new Color(0x26, 0x26, 0x26);

    private static final Color GRID = new Color(0xe3, 0xe3, 0xe3);
    private static final Color FRAME = new Color(0x8a, 0x8a, 0x8a);
    private static final Color[] COLORS = {
        new Color(0x1f77b4),
        new Color(0xff7f0e),
        new Color(0x2ca02c),
        new Color(0xd62728),
        new Color(0x9467bd),
        new Color(0x8c564b),
        new Color(0xe377c2),
        new Color(0x7f7f7f),
        new Color(0xbcbd22),
        new Color(0x17becf)
    };

    private Style() {}

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    /// The colour of the series of this number.
    static Color color(int series) {
        return COLORS[series % COLORS.length];
    }

    /// Gives a chart this look.
    static void apply(AxesChartStyler chart, boolean grid) {
        chart.setChartBackgroundColor(Color.WHITE);
        chart.setChartFontColor(TEXT);
        chart.setChartTitleFont(TITLE);
        chart.setChartTitleBoxVisible(false);
        chart.setChartTitlePadding(6);
        chart.setChartPadding(12);
        chart.setLegendFont(LABEL);
        chart.setLegendBorderColor(GRID);
        chart.setLegendBackgroundColor(Color.WHITE);
        chart.setLegendPadding(8);
        chart.setLegendSeriesLineLength(26);
        chart.setPlotBackgroundColor(Color.WHITE);
        chart.setPlotBorderVisible(true);
        chart.setPlotBorderColor(FRAME);
        chart.setPlotMargin(0);
        chart.setMarkerSize(6);
        chart.setAxisTitleFont(LABEL);
        chart.setAxisTickLabelsFont(SMALL);
        chart.setAxisTickLabelsColor(TEXT);
        chart.setAxisTicksLineVisible(false);
        chart.setAxisTickMarksColor(FRAME);
        chart.setAxisTickMarkLength(4);
        chart.setYAxisTickLabelsFormattingFunction(Style::number);
        chart.setPlotGridLinesVisible(grid);
        chart.setPlotGridLinesColor(GRID);
        chart.setPlotGridLinesStroke(new BasicStroke(1));
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
    }

    /// A number at an axis: six digits at most, none of them for show.
    static String number(double value) {
        var rounded = new BigDecimal(value, new MathContext(6)).stripTrailingZeros();
        return Math.abs(rounded.precision() - rounded.scale()) > 6
                ? rounded.toString()
                : rounded.toPlainString();
    }
}
