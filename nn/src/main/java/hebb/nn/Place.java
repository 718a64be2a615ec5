package hebb.nn;

/// Where a layer is, for errors: `Dense 'fc1' (layer 2 of 'mnist_mlp')`.
///
/// @param layer the class
/// @param path its path in the model
/// @param index its place among the model's layers, from 1; 0 if it is in no model
/// @param model the model's name
record Place(String layer, String path, int index, String model) {
    static final Place NOWHERE = new Place("Scope", "", 0, "");

    static Place of(Layer<?> layer, String name) {
        return new Place(layer.getClass().getSimpleName(), name, 0, "");
    }

    /// A layer inside this one.
    Place inner(Layer<?> inside, String itsPath) {
        return new Place(inside.getClass().getSimpleName(), itsPath, index, model);
    }

    @Override
    public String toString() {
        return layer
                + (path.isEmpty() ? "" : " '" + path + "'")
                + (index == 0 ? "" : " (layer " + index + " of '" + model + "')");
    }
}
