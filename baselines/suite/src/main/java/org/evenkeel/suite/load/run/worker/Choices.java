package org.evenkeel.suite.load.run.worker;

/** Picks one of a few by weight, without allocation. */
final class Choices {

    private static final int PLACES = 1 << 12;

    private final int[] places = new int[PLACES];

    /** @param weights at least one; each above 0 */
    Choices(double[] weights) {
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        int place = 0;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            long end = i == weights.length - 1 ? PLACES : Math.round(sum / all * PLACES);
            // However little its weight, it is picked at times.
            end = Math.max(end, place + 1);
            while (place < end && place < PLACES) {
                places[place++] = i;
            }
        }
    }

    /** The number of one of them. */
    int next(Dice dice) {
        return places[(int) (dice.next() * PLACES)];
    }

    /** So many users shared out by weight, by the largest remainder: for each user, the number of its kind, mixed evenly. */
    static int[] shareOut(double[] weights, int users) {
        int[] kinds = new int[users];
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        double[] credit = new double[weights.length];
        for (int user = 0; user < users; user++) {
            int richest = 0;
            for (int kind = 0; kind < weights.length; kind++) {
                credit[kind] += weights[kind] / all;
                if (credit[kind] > credit[richest]) {
                    richest = kind;
                }
            }
            credit[richest] -= 1;
            kinds[user] = richest;
        }
        return kinds;
    }
}
