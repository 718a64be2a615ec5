package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import hebb.nn.initializers.Initializer;
import hebb.nn.math.Norms;
import java.util.List;
import java.util.Optional;

/// Another layer, whose kernel is divided by its largest singular value at each step of training,
/// and stays so.
///
/// That value is found by power iterations, which go on from one step to the next.
///
/// - weights: those of the layer, under its name (Keras's files: `layer`); state: `vector_u` (1,
///   last axis of the kernel)
///
/// Default: `powerIterations` 1. Source: Miyato and others, arXiv 1802.05957.
public final class SpectralNormalization extends Layer<SpectralNormalization> {
    private static final List<String> KERNELS = List.of("kernel", "embeddings");

    private Layer<?> layer;
    private int powerIterations = 1;

    private SpectralNormalization(Layer<?> layer) {
        this.layer = layer;
    }

    /// Of a layer that has a kernel, or embeddings.
    public static SpectralNormalization of(Layer<?> layer) {
        return new SpectralNormalization(layer);
    }

    /// With so many power iterations a step. Default: 1.
    public SpectralNormalization powerIterations(int powerIterations) {
        int checked =
                Require.positive("SpectralNormalization", "power_iterations", powerIterations);
        return with(l -> l.powerIterations = checked);
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        if (kernelName(s).isEmpty()) {
            var _ = s.call(layer, x); // makes the weights
        }
        var name = kernelName(s);
        if (name.isPresent()) {
            normalize(s, name.get());
        } else if (!s.probing()) {
            throw s.wrong("the layer inside has no kernel and no embeddings")
                    .received(layer)
                    .expected("a layer such as Dense, Conv2D or Embedding");
        }
        return s.call(layer, x).cast(x.dtype());
    }

    private Optional<String> kernelName(Scope s) {
        return KERNELS.stream().filter(n -> s.weight(layer, n).isPresent()).findFirst();
    }

    private void normalize(Scope s, String name) {
        var kernel = s.weight(layer, name).orElseThrow();
        int columns = kernel.dim(-1);
        var first = Initializer.truncatedNormal().stddev(0.02);
        var u = s.state("vector_u", Shape.of(1, columns), first);
        if (!s.training()) {
            return;
        }
        var matrix = kernel.reshape(-1, columns);
        var next = u;
        var v = u;
        for (int i = 0; i < powerIterations; i++) {
            v = Norms.unit(next.matmul(matrix.transpose()), 1);
            next = Norms.unit(v.matmul(matrix), 1);
        }
        var sigma = v.matmul(matrix).matmul(next.transpose()).reshape();
        var isZero = kernel.equal(0).all();
        s.update("vector_u", Tensor.where(isZero, u, next));
        s.update(layer, name, Tensor.where(isZero, kernel, kernel.div(sigma)));
    }

    @Override
    public Options options() {
        return Options.of("layer", Layer.class, layer, v -> layer = v)
                .and("power_iterations", int.class, powerIterations, v -> powerIterations = v);
    }
}
