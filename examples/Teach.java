import static hebb.nn.layers.Activation.*;

import module hebb;

/// One step of a network that learns XOR, number by number, on a page: open teach.html. And what
/// such a page says of networks that do not learn.
void main() {
    var model =
            Sequential.of(
                    Input.of(2),
                    Dense.of(3).activation(TANH).name("hidden"),
                    Dense.of(1).activation(SIGMOID).name("output"));
    explain("xor", model, 0.5);

    var deep = new ArrayList<Layer<?>>(List.of(Input.of(2)));
    for (int i = 0; i < 8; i++) {
        deep.add(Dense.of(3).activation(SIGMOID));
    }
    deep.add(Dense.of(1).activation(SIGMOID));
    explain("deep", Sequential.of(deep), 0.5);

    var dead = Dense.of(3).activation(RELU).biasInitializer(Initializer.constant(-4));
    explain("dead", Sequential.of(Input.of(2), dead, Dense.of(1).activation(SIGMOID)), 0.5);

    explain("hasty", Sequential.of(Input.of(2), Dense.of(1).activation(SIGMOID)), 500);
}

void explain(String name, Model model, double rate) {
    var x = Tensor.of(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
    var y = Tensor.of(new float[][] {{0}, {1}, {1}, {0}});
    var named = model.name(name);
    named.compile(SGD.of(rate), BinaryCrossentropy.of());

    // in full, because this file has that name as well
    var lesson = hebb.teach.Teach.trace(named, x, y);
    var file = name.equals("xor") ? "teach.html" : "teach-" + name + ".html";
    lesson.save(file);
    IO.println("%s: loss %.4f -> %.4f".formatted(file, lesson.before(), lesson.after()));
    for (var warning : lesson.warnings()) {
        IO.println("  %s, %s".formatted(warning.kind().title(), warning.place()));
        IO.println("    " + warning.text());
        IO.println("    " + warning.advice());
    }
}
