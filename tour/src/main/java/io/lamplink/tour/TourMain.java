package io.lamplink.tour;

/** The tour's command line. */
public final class TourMain {

    private TourMain() {}

    /** Walks through both windows. */
    public static void main(String[] args) {
        System.out.println("The tour has no stops yet.");
    }
}
