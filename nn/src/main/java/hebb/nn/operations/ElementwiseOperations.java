package hebb.nn.operations;

import hebb.core.shape.DType;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.util.Map;

/// Operations that work number by number; two operands broadcast.
final class ElementwiseOperations {
    private ElementwiseOperations() {}

    static Map<String, Definition> all() {
        var table = new Table("numpy");
        ofOne(table);
        angles(table);
        ofTwo(table);
        comparisons(table);
        table.definitions().putAll(ofMath());
        return table.definitions();
    }

    private static void ofOne(Table t) {
        t.unary("Abs", Tensor::abs);
        t.unary("Absolute", Tensor::abs);
        t.floating("Ceil", Tensor::ceil);
        t.unary("Copy", x -> x);
        t.floating("Exp", Tensor::exp);
        t.floating("Exp2", x -> x.mul(Math.log(2)).exp());
        t.floating("Expm1", Tensor::expm1);
        t.unary("Fabs", x -> Given.floating(x).abs());
        t.floating("Floor", Tensor::floor);
        t.floating("Isfinite", Tensor::isFinite);
        t.floating("Isinf", x -> x.abs().equal(Double.POSITIVE_INFINITY));
        t.floating("Isnan", x -> x.notEqual(x));
        t.floating("Log", Tensor::log);
        t.floating("Log10", x -> x.log().div(Math.log(10)));
        t.floating("Log1p", Tensor::log1p);
        t.floating("Log2", x -> x.log().div(Math.log(2)));
        t.unary("LogicalNot", x -> x.cast(DType.BOOL).not());
        t.unary("Negative", Tensor::neg);
        t.floating("Reciprocal", Tensor::reciprocal);
        t.one("Round(x; decimals=0)", ElementwiseOperations::rounded);
        t.unary("Sign", Tensor::sign);
        t.floating("Sqrt", Tensor::sqrt);
        t.unary("Square", x -> x.dtype() == DType.BOOL ? x.cast(DType.INT32) : x.square());
        t.unary("Trunc", x -> x.dtype().isFloating() ? x.sign().mul(x.abs().floor()) : x);
        t.one("Clip(x; x_min, x_max)", ElementwiseOperations::clipped);
        t.one("NanToNum(x; nan=0.0, posinf=None, neginf=None)", ElementwiseOperations::numbers);
        t.one("OnesLike(x; dtype=None)", g -> Tensor.full(1, like(g)));
        t.one("ZerosLike(x; dtype=None)", g -> Tensor.full(0, like(g)));
        t.one("FullLike(x, fill_value; dtype=None)", ElementwiseOperations::filled);
    }

    private static Map<String, Definition> ofMath() {
        var t = new Table("math");
        t.floating("Erf", Tensor::erf);
        t.floating("Erfc", x -> x.erf().neg().add(1));
        t.floating("Rsqrt", Tensor::rsqrt);
        return t.definitions();
    }

    private static void angles(Table t) {
        t.floating("Arccos", Tensor::acos);
        t.floating("Arccosh", x -> x.add(x.square().sub(1).sqrt()).log());
        t.floating("Arcsin", Tensor::asin);
        t.floating("Arcsinh", x -> x.sign().mul(arcsinh(x.abs())));
        t.floating("Arctan", Tensor::atan);
        t.floating("Arctanh", x -> x.log1p().sub(x.neg().log1p()).mul(0.5));
        t.floating("Cos", Tensor::cos);
        t.floating("Cosh", Tensor::cosh);
        t.floating("Deg2rad", x -> x.mul(Math.PI / 180));
        t.floating("Rad2deg", x -> x.mul(180 / Math.PI));
        t.floating("Sin", Tensor::sin);
        t.floating("Sinh", Tensor::sinh);
        t.floating("Tan", Tensor::tan);
        t.floating("Tanh", Tensor::tanh);
        t.binary("Arctan2", (y, x) -> Given.floating(y).atan2(Given.floating(x)));
    }

    private static Tensor arcsinh(Tensor x) {
        return x.add(x.square().add(1).sqrt()).log();
    }

    private static void ofTwo(Table t) {
        t.binary("Add", (a, b) -> isTruth(a, b) ? a.or(b) : a.add(b));
        t.binary("Divide", ElementwiseOperations::quotient);
        t.binary("DivideNoNan", ElementwiseOperations::quotientOrZero);
        t.binary("FloorDivide", ElementwiseOperations::wholeQuotient);
        t.binary("Hypot", (a, b) -> Given.floating(a).square().add(b.square()).sqrt());
        t.binary("Logaddexp", ElementwiseOperations::logAddExp);
        t.binary("Maximum", Tensor::maximum);
        t.binary("Minimum", Tensor::minimum);
        t.binary("Mod", (a, b) -> whole(a).mod(whole(b)));
        t.binary("Multiply", (a, b) -> isTruth(a, b) ? a.and(b) : a.mul(b));
        t.binary("Power", Tensor::pow);
        t.binary("Subtract", Tensor::sub);
        t.binary("TrueDivide", ElementwiseOperations::quotient);
    }

    private static void comparisons(Table t) {
        t.binary("Equal", Tensor::equal);
        t.binary("Greater", Tensor::greater);
        t.binary("GreaterEqual", Tensor::greaterEqual);
        t.binary("Less", Tensor::less);
        t.binary("LessEqual", Tensor::lessEqual);
        t.binary("NotEqual", Tensor::notEqual);
        t.binary("LogicalAnd", (a, b) -> a.cast(DType.BOOL).and(b.cast(DType.BOOL)));
        t.binary("LogicalOr", (a, b) -> a.cast(DType.BOOL).or(b.cast(DType.BOOL)));
        t.binary("LogicalXor", (a, b) -> a.cast(DType.BOOL).notEqual(b.cast(DType.BOOL)));
    }

    private static boolean isTruth(Tensor a, Tensor b) {
        return a.dtype() == DType.BOOL && b.dtype() == DType.BOOL;
    }

    private static Tensor whole(Tensor x) {
        return x.dtype() == DType.BOOL ? x.cast(DType.INT32) : x;
    }

    private static Tensor quotient(Tensor a, Tensor b) {
        return a.dtype().isFloating() || b.dtype().isFloating()
                ? a.div(b)
                : Given.floating(a).div(Given.floating(b));
    }

    private static Tensor quotientOrZero(Tensor a, Tensor b) {
        var isZero = b.equal(0);
        // the quotient that is not taken must not be infinite: its gradient would be NaN
        var y = quotient(a, Tensor.where(isZero, Tensor.scalar(1, b.dtype()), b));
        return Tensor.where(isZero, Tensor.scalar(0, y.dtype()), y);
    }

    private static Tensor wholeQuotient(Tensor a, Tensor b) {
        var y = whole(a).div(whole(b)); // of whole numbers it is rounded down
        return y.dtype().isFloating() ? y.floor() : y;
    }

    private static Tensor logAddExp(Tensor a, Tensor b) {
        var x = Given.floating(a);
        var y = Given.floating(b);
        var gap = x.sub(y);
        // equal infinities have none
        var known = Tensor.where(gap.equal(gap), gap, Tensor.scalar(0, gap.dtype()));
        return x.maximum(y).add(known.abs().neg().exp().log1p());
    }

    private static Tensor rounded(Given g) {
        int decimals = g.integer("decimals");
        var x = g.x();
        if (decimals == 0) {
            return x.dtype().isFloating() ? x.round() : x;
        }
        double factor = Math.pow(10, decimals);
        return x.dtype().isFloating() ? x.mul(factor).round().div(factor) : x;
    }

    private static Tensor clipped(Given g) {
        var low = g.optional("x_min");
        var high = g.optional("x_max");
        var x = whole(g.x());
        var above = low.isPresent() ? x.maximum(low.get().cast(x.dtype())) : x;
        return high.isPresent() ? above.minimum(high.get().cast(x.dtype())) : above;
    }

    private static Tensor numbers(Given g) {
        var x = g.x();
        if (!x.dtype().isFloating()) {
            return x;
        }
        double largest = x.dtype() == DType.FLOAT32 ? Float.MAX_VALUE : Double.MAX_VALUE;
        var above = g.has("posinf") ? g.number("posinf") : largest;
        var below = g.has("neginf") ? g.number("neginf") : -largest;
        var finite = Tensor.where(x.notEqual(x), Tensor.scalar(g.number("nan"), x.dtype()), x);
        var high = x.equal(Double.POSITIVE_INFINITY);
        finite = Tensor.where(high, Tensor.scalar(above, x.dtype()), finite);
        var low = x.equal(Double.NEGATIVE_INFINITY);
        return Tensor.where(low, Tensor.scalar(below, x.dtype()), finite);
    }

    private static Spec like(Given g) {
        return new Spec(g.x().shape(), g.dtype("dtype").orElse(g.x().dtype()));
    }

    private static Tensor filled(Given g) {
        var value = g.tensor("fill_value");
        return value.isRecorded()
                ? value.cast(like(g).dtype()).broadcastTo(g.x().shape())
                : Tensor.full(value.item(), like(g));
    }
}
