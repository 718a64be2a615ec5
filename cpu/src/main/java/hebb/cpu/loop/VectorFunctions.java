package hebb.cpu.loop;

import hebb.core.op.Binary;
import hebb.core.op.Compare;
import hebb.core.op.Reduce;
import hebb.core.op.Unary;
import java.util.List;

/// The functions that have vector loops; their numbers are what the templates are specialised by.
final class VectorFunctions {
    static final List<Unary> SINGLES =
            List.of(
                    Unary.NEG,
                    Unary.ABS,
                    Unary.SQRT,
                    Unary.RELU,
                    Unary.EXP,
                    Unary.LOG,
                    Unary.TANH,
                    Unary.SIGMOID);
    static final List<Binary> PAIRS =
            List.of(Binary.ADD, Binary.SUB, Binary.MUL, Binary.DIV, Binary.MIN, Binary.MAX);
    static final List<Compare> TESTS = List.of(Compare.values());
    static final List<Reduce.Kind> FOLDS = List.of(Reduce.Kind.values());

    private VectorFunctions() {}
}
