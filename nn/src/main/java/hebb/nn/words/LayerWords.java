package hebb.nn.words;

import hebb.nn.Layer;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Add;
import hebb.nn.layers.Average;
import hebb.nn.layers.AveragePooling1D;
import hebb.nn.layers.AveragePooling2D;
import hebb.nn.layers.AveragePooling3D;
import hebb.nn.layers.BatchNormalization;
import hebb.nn.layers.CategoryEncoding;
import hebb.nn.layers.CenterCrop;
import hebb.nn.layers.Concatenate;
import hebb.nn.layers.Conv1D;
import hebb.nn.layers.Conv2D;
import hebb.nn.layers.Conv3D;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Discretization;
import hebb.nn.layers.Dot;
import hebb.nn.layers.Dropout;
import hebb.nn.layers.ELU;
import hebb.nn.layers.Flatten;
import hebb.nn.layers.GlobalAveragePooling1D;
import hebb.nn.layers.GlobalAveragePooling2D;
import hebb.nn.layers.GlobalAveragePooling3D;
import hebb.nn.layers.GlobalMaxPooling1D;
import hebb.nn.layers.GlobalMaxPooling2D;
import hebb.nn.layers.GlobalMaxPooling3D;
import hebb.nn.layers.HashedCrossing;
import hebb.nn.layers.Hashing;
import hebb.nn.layers.IdentityLayer;
import hebb.nn.layers.Input;
import hebb.nn.layers.IntegerLookup;
import hebb.nn.layers.LeakyReLU;
import hebb.nn.layers.MaxPooling1D;
import hebb.nn.layers.MaxPooling2D;
import hebb.nn.layers.MaxPooling3D;
import hebb.nn.layers.Maximum;
import hebb.nn.layers.Minimum;
import hebb.nn.layers.Multiply;
import hebb.nn.layers.Normalization;
import hebb.nn.layers.PReLU;
import hebb.nn.layers.Permute;
import hebb.nn.layers.ReLU;
import hebb.nn.layers.Rescaling;
import hebb.nn.layers.Reshape;
import hebb.nn.layers.Resizing;
import hebb.nn.layers.Softmax;
import hebb.nn.layers.StringLookup;
import hebb.nn.layers.Subtract;
import hebb.nn.layers.TextVectorization;

/// The layers by the names of Keras's classes, each with some options, for files to change.
public final class LayerWords {
    private static final Words<Layer<?>> TABLE =
            new Words<Layer<?>>("layer")
                    .and(() -> CategoryEncoding.of(1), "CategoryEncoding")
                    .and(() -> CenterCrop.of(1, 1), "CenterCrop")
                    .and(() -> Discretization.ofBins(1), "Discretization")
                    .and(() -> HashedCrossing.of(1), "HashedCrossing")
                    .and(() -> Hashing.of(1), "Hashing")
                    .and(() -> IntegerLookup.of(), "IntegerLookup")
                    .and(() -> Activation.of("linear"), "Activation")
                    .and(Add::of, "Add")
                    .and(Average::of, "Average")
                    .and(AveragePooling1D::of, "AveragePooling1D")
                    .and(AveragePooling2D::of, "AveragePooling2D")
                    .and(AveragePooling3D::of, "AveragePooling3D")
                    .and(BatchNormalization::of, "BatchNormalization")
                    .and(Concatenate::of, "Concatenate")
                    .and(() -> Conv1D.of(1, 1), "Conv1D")
                    .and(() -> Conv2D.of(1, 1), "Conv2D")
                    .and(() -> Conv3D.of(1, 1), "Conv3D")
                    .and(() -> Dense.of(1), "Dense")
                    .and(() -> Dot.of(1), "Dot")
                    .and(() -> Dropout.of(0), "Dropout")
                    .and(ELU::of, "ELU")
                    .and(Flatten::of, "Flatten")
                    .and(GlobalAveragePooling1D::of, "GlobalAveragePooling1D")
                    .and(GlobalAveragePooling2D::of, "GlobalAveragePooling2D")
                    .and(GlobalAveragePooling3D::of, "GlobalAveragePooling3D")
                    .and(GlobalMaxPooling1D::of, "GlobalMaxPooling1D")
                    .and(GlobalMaxPooling2D::of, "GlobalMaxPooling2D")
                    .and(GlobalMaxPooling3D::of, "GlobalMaxPooling3D")
                    .and(IdentityLayer::of, "Identity")
                    .and(Input::of, "InputLayer")
                    .and(LeakyReLU::of, "LeakyReLU")
                    .and(Maximum::of, "Maximum")
                    .and(MaxPooling1D::of, "MaxPooling1D")
                    .and(MaxPooling2D::of, "MaxPooling2D")
                    .and(MaxPooling3D::of, "MaxPooling3D")
                    .and(Minimum::of, "Minimum")
                    .and(Multiply::of, "Multiply")
                    .and(Normalization::of, "Normalization")
                    .and(() -> Permute.of(1), "Permute")
                    .and(PReLU::of, "PReLU")
                    .and(ReLU::of, "ReLU")
                    .and(() -> Rescaling.of(1), "Rescaling")
                    .and(() -> Reshape.of(1), "Reshape")
                    .and(() -> Resizing.of(1, 1), "Resizing")
                    .and(Softmax::of, "Softmax")
                    .and(() -> StringLookup.of(), "StringLookup")
                    .and(Subtract::of, "Subtract")
                    .and(TextVectorization::of, "TextVectorization");

    private LayerWords() {}

    /// All of them.
    public static Words<Layer<?>> table() {
        return TABLE;
    }
}
