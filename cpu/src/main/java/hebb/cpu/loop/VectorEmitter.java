package hebb.cpu.loop;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import hebb.cpu.loop.Expression.Term;
import hebb.cpu.work.Operands;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.util.Locale;

/// Writes the class of an expression: one loop over vectors that loads every input, computes the
/// terms in local variables and then stores the outputs, so that an output may lie where an input
/// lies.
///
/// What would be written by hand as
///
/// ```java
/// public void run(Operands o, Ref[] refs, int thread, int start, int n) {
///     float[] a0 = array(o, refs, 0);
///     int at0 = at(o, refs, 0, thread, start);
///     …
///     for (int i = 0; i < n; i += LANES) {
///         var v0 = load(a0, at0 + i);
///         …
///         var t0 = mul(v0, v1);
///         t0.intoArray(a2, at2 + i);
///     }
/// }
/// ```
final class VectorEmitter {
    private static final ClassDesc TERMS = VectorTerms.class.describeConstable().orElseThrow();
    private static final ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.FloatVector");
    private static final ClassDesc MASK = ClassDesc.of("jdk.incubator.vector.VectorMask");
    private static final ClassDesc FLOATS = ClassDesc.ofDescriptor("[F");
    private static final ClassDesc REFS = ClassDesc.of(Ref.class.getName()).arrayType();
    private static final ClassDesc OPERANDS = ClassDesc.of(Operands.class.getName());
    private static final MethodTypeDesc RUN =
            MethodTypeDesc.of(CD_void, OPERANDS, REFS, CD_int, CD_int, CD_int);
    // the parameters' local variables
    private static final int O = 1, REF = 2, THREAD = 3, START = 4, N = 5;

    private final Expression expression;
    private final CodeBuilder code;
    private final int index;
    private final int[] arrays; // local variables, of inputs and then outputs
    private final int[] places;
    private final int[] inputs;
    private final int[] terms;

    private VectorEmitter(Expression expression, CodeBuilder code) {
        this.expression = expression;
        this.code = code;
        int places = expression.inputs().size() + expression.outputs().size();
        this.index = code.allocateLocal(TypeKind.INT);
        this.arrays = locals(places, TypeKind.REFERENCE);
        this.places = locals(places, TypeKind.INT);
        this.inputs = locals(expression.inputs().size(), TypeKind.REFERENCE);
        this.terms = locals(expression.terms().size(), TypeKind.REFERENCE);
    }

    private int[] locals(int count, TypeKind kind) {
        var locals = new int[count];
        java.util.Arrays.setAll(locals, _ -> code.allocateLocal(kind));
        return locals;
    }

    /// The code of an expression.
    static Generated emit(Expression expression) {
        var name = ClassDesc.of(VectorEmitter.class.getPackageName(), "Expression");
        var bytes =
                ClassFile.of()
                        .build(
                                name,
                                c ->
                                        c.withFlags(AccessFlag.FINAL)
                                                .withInterfaceSymbols(
                                                        ClassDesc.of(Generated.class.getName()))
                                                .withMethodBody(
                                                        INIT_NAME,
                                                        MTD_void,
                                                        0,
                                                        VectorEmitter::constructor)
                                                .withMethodBody(
                                                        "run",
                                                        RUN,
                                                        ClassFile.ACC_PUBLIC,
                                                        b ->
                                                                new VectorEmitter(expression, b)
                                                                        .run()));
        try {
            var lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
            var none = MethodType.methodType(void.class);
            return (Generated) lookup.findConstructor(lookup.lookupClass(), none).invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("cannot define the code of " + expression, e);
        }
    }

    private static void constructor(CodeBuilder code) {
        code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_();
    }

    private void run() {
        for (int i = 0; i < arrays.length; i++) {
            code.aload(O).aload(REF).loadConstant(i);
            call("array", FLOATS, OPERANDS, REFS, CD_int);
            code.astore(arrays[i]).aload(O).aload(REF).loadConstant(i).iload(THREAD).iload(START);
            call("at", CD_int, OPERANDS, REFS, CD_int, CD_int, CD_int);
            code.istore(places[i]);
        }
        for (int i = 0; i < inputs.length; i++) {
            if (expression.inputs().get(i).single()) {
                code.aload(arrays[i]).iload(places[i]);
                call("all", VECTOR, FLOATS, CD_int);
                input(i);
            }
        }
        var top = code.newLabel();
        var end = code.newLabel();
        code.iconst_0().istore(index).labelBinding(top).iload(index).iload(N).if_icmpge(end);
        body();
        code.iinc(index, VectorMath.S.length()).goto_(top).labelBinding(end).return_();
    }

    private void body() {
        for (int i = 0; i < inputs.length; i++) {
            if (!expression.inputs().get(i).single()) {
                code.aload(arrays[i]).iload(places[i]).iload(index).iadd();
                call("load", VECTOR, FLOATS, CD_int);
                input(i);
            }
        }
        for (int i = 0; i < terms.length; i++) {
            term(expression.terms().get(i));
            code.astore(terms[i]);
        }
        for (int i = 0; i < expression.outputs().size(); i++) {
            int term = expression.outputs().get(i);
            int place = inputs.length + i;
            code.aload(terms[term]);
            if (expression.terms().get(term).bool()) {
                call("number", VECTOR, MASK);
            }
            code.aload(arrays[place]).iload(places[place]).iload(index).iadd();
            code.invokevirtual(VECTOR, "intoArray", MethodTypeDesc.of(CD_void, FLOATS, CD_int));
        }
    }

    /// Keeps the vector on the stack as an input's value.
    private void input(int i) {
        if (expression.inputs().get(i).bool()) {
            call("truth", MASK, VECTOR);
        }
        code.astore(inputs[i]);
    }

    private void term(Term term) {
        var types = new ClassDesc[term.operands().size()];
        for (int i = 0; i < types.length; i++) {
            int operand = term.operands().get(i);
            boolean bool =
                    operand < 0
                            ? expression.inputs().get(~operand).bool()
                            : expression.terms().get(operand).bool();
            types[i] = bool ? MASK : VECTOR;
            code.aload(operand < 0 ? inputs[~operand] : terms[operand]);
        }
        if (term.function() != Expression.Function.SAME) {
            var name = term.function().name().toLowerCase(Locale.ROOT);
            call(name, term.bool() ? MASK : VECTOR, types);
        }
    }

    private void call(String name, ClassDesc result, ClassDesc... parameters) {
        code.invokestatic(TERMS, name, MethodTypeDesc.of(result, parameters));
    }
}
