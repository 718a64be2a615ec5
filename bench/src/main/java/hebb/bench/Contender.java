package hebb.bench;

import java.util.List;

/// One way to train a network: a framework, the form it is used in, and the process that does it.
record Contender(Side side, String form, List<String> command) {
    enum Side {
        HEBB("hebb"),
        KERAS("keras"),
        PYTORCH("pytorch");

        final String label;

        Side(String label) {
            this.label = label;
        }
    }

    String name() {
        return form.isEmpty() ? side.label : side.label + ": " + form;
    }
}
