package io.lamplink.common.ui.control;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/**
 * An address and what is to know of it: beside it, where both have room in one line, or else below. What stands beside
 * addresses stands in one column.
 */
final class HostLine extends Pane {
    private static final double GAP = 16;

    /** Enough for most addresses of version 4; with their mask, and others, they wrap where there is no more. */
    private static final double LEAST = 120;

    private final Label address;
    private final Label remark;
    private final List<HostLine> all;

    /**
     * A line.
     *
     * @param all those of the same card, this one too as soon as it is added
     */
    HostLine(Label address, Label remark, List<HostLine> all) {
        this.address = address;
        this.remark = remark;
        this.all = all;
        getChildren().addAll(address, remark);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double addressWidth() {
        return snapSizeX(address.prefWidth(-1));
    }

    private double remarkWidth() {
        return snapSizeX(remark.prefWidth(-1));
    }

    private boolean fits(double place, double width) {
        return place + GAP + remarkWidth() <= width + 0.5;
    }

    /** Where what stands beside addresses begins: after the longest of those that leave it room. */
    private double place(double width) {
        return all.stream()
                .filter(line -> line.fits(line.addressWidth(), width))
                .mapToDouble(HostLine::addressWidth)
                .max()
                .orElse(0);
    }

    private boolean isOneLine(double width) {
        double place = place(width);
        return addressWidth() <= place && fits(place, width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST;
    }

    @Override
    protected double computePrefWidth(double height) {
        return all.stream().mapToDouble(HostLine::addressWidth).max().orElse(0) + GAP + remarkWidth();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? computePrefWidth(-1) : width;
        double first = snapSizeY(address.prefHeight(inner));
        double second = snapSizeY(remark.prefHeight(inner));
        return isOneLine(inner) ? Math.max(first, second) : first + second;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double x = isOneLine(width) ? place(width) + GAP : 0;
        double high = snapSizeY(address.prefHeight(width));
        address.resizeRelocate(0, 0, Math.min(width, addressWidth()), high);
        double wide = Math.min(width - x, remarkWidth());
        remark.resizeRelocate(x, x > 0 ? 0 : high, wide, snapSizeY(remark.prefHeight(wide)));
    }
}
