package hebb.cpu;

import hebb.core.op.Node;
import hebb.core.op.Unary;
import hebb.core.plan.Stage;
import hebb.cpu.work.Activation;
import hebb.cpu.work.Epilogue;
import org.jspecify.annotations.Nullable;

/// What a stage does to the values of its heavy node before it stores them.
///
/// - `bias`: what is added to each row, if anything is
/// - `output`: the stage's only output
record Folded(Epilogue epilogue, @Nullable Node bias, Node output) {
    /// Of a stage that [Epilogues] made, or of a node alone.
    static Folded of(Stage stage) {
        Node product = stage.nodes().getFirst();
        Node bias = null;
        var activation = Activation.NONE;
        for (var node : stage.nodes().subList(1, stage.nodes().size())) {
            if (node.op() == Unary.RELU) {
                activation = Activation.RELU;
            } else {
                bias = Epilogues.bias(node, product);
            }
        }
        return new Folded(new Epilogue(bias != null, activation), bias, stage.nodes().getLast());
    }

    /// ` + bias, relu`.
    @Override
    public String toString() {
        return (bias == null ? "" : " + bias")
                + (epilogue.activation() == Activation.RELU ? ", relu" : "");
    }
}
