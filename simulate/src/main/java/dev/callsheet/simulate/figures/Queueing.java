package dev.callsheet.simulate.figures;

/** What queueing theory says of a line with several servers and arrivals that know nothing of each other. */
public final class Queueing {
    private Queueing() {}

    /**
     * The probability that an arrival waits (Erlang's C formula), by the recursion of Erlang's B, which stays in range for
     * any number of servers.
     *
     * @param load servers busy on average: arrivals a second times mean seconds of service
     * @return 1 where the load fills all servers
     */
    public static double waits(int servers, double load) {
        if (load >= servers) {
            return 1;
        }
        double blocked = 1;
        for (int n = 1; n <= servers; n++) {
            blocked = load * blocked / (n + load * blocked);
        }
        return servers * blocked / (servers - load * (1 - blocked));
    }

    /**
     * Mean seconds in line (Allen and Cunneen's approximation of M/G/c: Erlang C, scaled by the spread of the service time).
     *
     * @param spread standard deviation of the service time in means
     * @return infinity where the load fills all servers
     */
    public static double meanWait(int servers, double load, double service, double spread) {
        return load >= servers
                ? Double.POSITIVE_INFINITY
                : waits(servers, load) * service / (servers - load) * (1 + spread * spread) / 2;
    }

    /** Little's law: how many are inside, at so many arrivals a second that stay so many seconds. */
    public static double inside(double perSecond, double seconds) {
        return perSecond * seconds;
    }
}
