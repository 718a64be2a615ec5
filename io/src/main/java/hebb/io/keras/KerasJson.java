package hebb.io.keras;

import hebb.io.json.Json;
import hebb.nn.Model;

/// Models as JSON texts without weights, as Keras's `to_json` writes them.
public final class KerasJson {
    private KerasJson() {}

    /// The text of a model, compiled or not.
    public static String write(Model model) {
        return Json.write(ModelWriter.whole(model));
    }

    /// The model of a text, with new weights; compiled if it says to what.
    public static Model read(String text) {
        var json = Json.parse("JSON", text);
        var model = new ModelReader(new ConfigReader()).model(json);
        CompileReader.compile(model, json);
        return model;
    }
}
