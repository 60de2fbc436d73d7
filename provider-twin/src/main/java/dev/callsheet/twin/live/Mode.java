package dev.callsheet.twin.live;

/** Who thinks and speaks: the agent at the other end (LITE), or the product itself (FULL). */
enum Mode {
    LITE(1, "liveavatar-lite"),
    FULL(2, "liveavatar-full");

    private final int credits;
    private final String product;

    Mode(int credits, String product) {
        this.credits = credits;
        this.product = product;
    }

    /** What a started minute costs. */
    int credits() {
        return credits;
    }

    /** Its name in the billing journal. */
    String product() {
        return product;
    }
}
