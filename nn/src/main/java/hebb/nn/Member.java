package hebb.nn;

/// A layer in a model, under the name that it has there.
///
/// @param index its place among the model's layers, from 1
record Member(Layer<?> layer, String name, int index) {
    Place place(String model) {
        return new Place(layer.getClass().getSimpleName(), name, index, model);
    }
}
