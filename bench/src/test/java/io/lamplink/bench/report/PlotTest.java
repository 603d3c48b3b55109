package io.lamplink.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.bench.figures.Delays;
import io.lamplink.bench.figures.Results;
import io.lamplink.bench.figures.Series;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

final class PlotTest {
    private static Document read(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void aBarIsAsLongAsItsRatio() throws Exception {
        Results results = new Results();
        results.add(new Results.Bar("reference", 1, 1000, 0));
        results.add(new Results.Bar("push <&>", 0.5, 500, 0.75));
        var boxes = read(Plot.of(results)).getElementsByTagName("rect");
        assertEquals(3, boxes.getLength(), "the paper and two bars");
        double reference = width(boxes.item(1));
        assertEquals(reference / 2, width(boxes.item(2)), 0.1);
    }

    private static double width(org.w3c.dom.Node box) {
        return Double.parseDouble(box.getAttributes().getNamedItem("width").getNodeValue());
    }

    @Test
    void namesAreEscaped() {
        assertEquals("a &lt;b&gt; &amp; &quot;c&quot;", Svg.escape("a <b> & \"c\""));
    }

    @Test
    void roundTripsHaveTwoDotsEach() throws Exception {
        Results results = new Results();
        results.add(new Delays("idle", Series.of(0.4, 3)));
        results.add(new Delays("push", Series.of(0.8, 70)));
        assertEquals(4, read(Plot.of(results)).getElementsByTagName("circle").getLength());
    }

    @Test
    void nothingMeasuredIsAnEmptyDrawing() throws Exception {
        assertEquals("svg", read(Plot.of(new Results())).getDocumentElement().getTagName());
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "0.4567, 0.46", "1, 1", "3.26, 3.3", "20, 20", "1097.9, 1098", "100, 100"})
    void millisecondsHaveAFewDigits(double value, String text) {
        assertEquals(text, Plot.millis(value));
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "1, 200", "2, 300"})
    void aLinearScaleIsEven(double value, double at) {
        assertEquals(at, Scale.linear(0, 2, 100, 300).at(value), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0", "2, 100", "20, 200", "200, 300"})
    void aLogarithmicScaleGivesEachDecadeTheSameLength(double value, double at) {
        assertEquals(at, Scale.logarithmic(0.3, 101, 0, 300).at(value), 1e-9);
    }

    @Test
    void aLogarithmicScaleIsMarkedInReadableSteps() {
        List<Double> steps = Scale.logarithmic(0.3, 42, 0, 300).steps();
        assertEquals(
                List.of("0.2", "0.5", "1", "2", "5", "10", "20", "50"),
                steps.stream().map(Plot::millis).toList());
    }

    @Test
    void oneValueStillHasADecade() {
        Scale scale = Scale.logarithmic(1, 1, 0, 100);
        assertTrue(scale.end() > scale.start());
    }
}
