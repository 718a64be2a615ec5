package hebb.cpu.loop;

import hebb.core.op.Binary;
import hebb.core.op.Cast;
import hebb.core.op.Compare;
import hebb.core.op.CustomGradient;
import hebb.core.op.Node;
import hebb.core.op.Op;
import hebb.core.op.Select;
import hebb.core.op.Unary;
import hebb.core.shape.DType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// What a pointwise stage computes of float32 and bool values, freed of shapes and places: stages
/// of different size with equal expressions share the code made for it.
///
/// - `inputs`: how each operand comes
/// - `terms`: the operations, each behind its operands
/// - `outputs`: the numbers of the terms that are stored
record Expression(List<Input> inputs, List<Term> terms, List<Integer> outputs) {
    /// Whether an input is one value for all elements, and of which type its values are.
    record Input(boolean single, boolean bool) {}

    /// An operation on operands: term number i is written i, input number i is `~i`.
    record Term(Function function, List<Integer> operands, boolean bool) {}

    /// What a term does.
    enum Function {
        NEG,
        ABS,
        SQRT,
        RELU,
        EXP,
        LOG,
        TANH,
        SIGMOID,
        ADD,
        SUB,
        MUL,
        DIV,
        MIN,
        MAX,
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_EQUAL,
        GREATER,
        GREATER_EQUAL,
        SELECT,
        NOT,
        AND,
        OR,
        /// 1 where the operand holds, 0 elsewhere.
        NUMBER,
        /// Whether the operand is not 0.
        TRUTH,
        /// The operand.
        SAME
    }

    Expression {
        inputs = List.copyOf(inputs);
        terms = List.copyOf(terms);
        outputs = List.copyOf(outputs);
    }

    /// Whether a node can be a term.
    static boolean supports(Node node) {
        if (Bank.of(node.dtype()) != Bank.FLOATS) {
            return false;
        }
        return switch (node.op()) {
            case Unary op -> op == Unary.NOT || VectorFunctions.SINGLES.contains(op);
            case Binary op -> VectorFunctions.PAIRS.contains(op);
            case Compare _ -> node.input(0).dtype() == DType.FLOAT32;
            case Cast _ -> Bank.of(node.input(0).dtype()) == Bank.FLOATS;
            case Select _, CustomGradient _ -> node.dtype() == DType.FLOAT32;
            default -> false;
        };
    }

    private static Function function(Op op, Node node) {
        boolean bool = node.dtype() == DType.BOOL;
        return switch (op) {
            case Unary u -> Function.valueOf(u.name());
            case Binary b when bool -> b == Binary.MIN ? Function.AND : Function.OR;
            case Binary b -> Function.valueOf(b.name());
            case Compare c -> Function.valueOf(c.name());
            case Select _ -> Function.SELECT;
            case Cast _ ->
                    node.input(0).dtype() == node.dtype()
                            ? Function.SAME
                            : bool ? Function.TRUTH : Function.NUMBER;
            default -> Function.SAME;
        };
    }

    /// Gathers an expression, and where its operands lie.
    static final class Builder {
        private final List<Input> inputs = new ArrayList<>();
        private final List<Ref> from = new ArrayList<>();
        private final List<Term> terms = new ArrayList<>();
        private final List<Integer> outputs = new ArrayList<>();
        private final List<Ref> to = new ArrayList<>();

        /// How many terms are series, of some tens of operations each.
        long series() {
            return terms.stream()
                    .map(Term::function)
                    .filter(
                            EnumSet.of(Function.EXP, Function.LOG, Function.TANH, Function.SIGMOID)
                                    ::contains)
                    .count();
        }

        /// An operand that lies somewhere; the same place is the same operand.
        int input(Ref ref, DType dtype) {
            int number = from.indexOf(ref);
            if (number < 0) {
                number = from.size();
                from.add(ref);
                inputs.add(new Input(ref.single(), dtype == DType.BOOL));
            }
            return ~number;
        }

        /// The node applied to operands.
        int term(Node node, List<Integer> operands) {
            var function = function(node.op(), node);
            terms.add(new Term(function, operands, node.dtype() == DType.BOOL));
            return terms.size() - 1;
        }

        /// Stores a term.
        void output(int term, Ref ref) {
            outputs.add(term);
            to.add(ref);
        }

        Expression build() {
            return new Expression(inputs, terms, outputs);
        }

        /// Where the inputs and then the outputs lie.
        Ref[] refs() {
            var refs = new ArrayList<>(from);
            refs.addAll(to);
            return refs.toArray(Ref[]::new);
        }
    }
}
