package hebb.nn.words;

import hebb.nn.Layer;
import hebb.nn.layers.Activation;
import hebb.nn.layers.ActivityRegularization;
import hebb.nn.layers.AdaptiveAveragePooling1D;
import hebb.nn.layers.AdaptiveAveragePooling2D;
import hebb.nn.layers.AdaptiveAveragePooling3D;
import hebb.nn.layers.AdaptiveMaxPooling1D;
import hebb.nn.layers.AdaptiveMaxPooling2D;
import hebb.nn.layers.AdaptiveMaxPooling3D;
import hebb.nn.layers.Add;
import hebb.nn.layers.AdditiveAttention;
import hebb.nn.layers.AlphaDropout;
import hebb.nn.layers.Attention;
import hebb.nn.layers.AugMix;
import hebb.nn.layers.AutoContrast;
import hebb.nn.layers.Average;
import hebb.nn.layers.AveragePooling1D;
import hebb.nn.layers.AveragePooling2D;
import hebb.nn.layers.AveragePooling3D;
import hebb.nn.layers.BatchNormalization;
import hebb.nn.layers.Bidirectional;
import hebb.nn.layers.CategoryEncoding;
import hebb.nn.layers.CenterCrop;
import hebb.nn.layers.Concatenate;
import hebb.nn.layers.ContrastLimitedAdaptiveHistogramEqualization;
import hebb.nn.layers.Conv1D;
import hebb.nn.layers.Conv1DTranspose;
import hebb.nn.layers.Conv2D;
import hebb.nn.layers.Conv2DTranspose;
import hebb.nn.layers.Conv3D;
import hebb.nn.layers.Conv3DTranspose;
import hebb.nn.layers.ConvLSTM1D;
import hebb.nn.layers.ConvLSTM2D;
import hebb.nn.layers.ConvLSTM3D;
import hebb.nn.layers.Cropping1D;
import hebb.nn.layers.Cropping2D;
import hebb.nn.layers.Cropping3D;
import hebb.nn.layers.CutMix;
import hebb.nn.layers.Dense;
import hebb.nn.layers.DepthwiseConv1D;
import hebb.nn.layers.DepthwiseConv2D;
import hebb.nn.layers.Discretization;
import hebb.nn.layers.Dot;
import hebb.nn.layers.Dropout;
import hebb.nn.layers.ELU;
import hebb.nn.layers.EinsumDense;
import hebb.nn.layers.Embedding;
import hebb.nn.layers.Equalization;
import hebb.nn.layers.Flatten;
import hebb.nn.layers.GRU;
import hebb.nn.layers.GRUCell;
import hebb.nn.layers.GaussianDropout;
import hebb.nn.layers.GaussianNoise;
import hebb.nn.layers.GlobalAveragePooling1D;
import hebb.nn.layers.GlobalAveragePooling2D;
import hebb.nn.layers.GlobalAveragePooling3D;
import hebb.nn.layers.GlobalMaxPooling1D;
import hebb.nn.layers.GlobalMaxPooling2D;
import hebb.nn.layers.GlobalMaxPooling3D;
import hebb.nn.layers.GroupNormalization;
import hebb.nn.layers.GroupQueryAttention;
import hebb.nn.layers.HashedCrossing;
import hebb.nn.layers.Hashing;
import hebb.nn.layers.IdentityLayer;
import hebb.nn.layers.Input;
import hebb.nn.layers.IntegerLookup;
import hebb.nn.layers.LSTM;
import hebb.nn.layers.LSTMCell;
import hebb.nn.layers.Lambda;
import hebb.nn.layers.LayerNormalization;
import hebb.nn.layers.LeakyReLU;
import hebb.nn.layers.Masking;
import hebb.nn.layers.MaxNumBoundingBoxes;
import hebb.nn.layers.MaxPooling1D;
import hebb.nn.layers.MaxPooling2D;
import hebb.nn.layers.MaxPooling3D;
import hebb.nn.layers.Maximum;
import hebb.nn.layers.MelSpectrogram;
import hebb.nn.layers.Minimum;
import hebb.nn.layers.MixUp;
import hebb.nn.layers.MultiHeadAttention;
import hebb.nn.layers.Multiply;
import hebb.nn.layers.Normalization;
import hebb.nn.layers.PReLU;
import hebb.nn.layers.Permute;
import hebb.nn.layers.Pipeline;
import hebb.nn.layers.RMSNormalization;
import hebb.nn.layers.RNN;
import hebb.nn.layers.RandAugment;
import hebb.nn.layers.RandomBrightness;
import hebb.nn.layers.RandomColorDegeneration;
import hebb.nn.layers.RandomColorJitter;
import hebb.nn.layers.RandomContrast;
import hebb.nn.layers.RandomCrop;
import hebb.nn.layers.RandomElasticTransform;
import hebb.nn.layers.RandomErasing;
import hebb.nn.layers.RandomFlip;
import hebb.nn.layers.RandomGaussianBlur;
import hebb.nn.layers.RandomGrayscale;
import hebb.nn.layers.RandomHue;
import hebb.nn.layers.RandomInvert;
import hebb.nn.layers.RandomPerspective;
import hebb.nn.layers.RandomPosterization;
import hebb.nn.layers.RandomRotation;
import hebb.nn.layers.RandomSaturation;
import hebb.nn.layers.RandomSharpness;
import hebb.nn.layers.RandomShear;
import hebb.nn.layers.RandomTranslation;
import hebb.nn.layers.RandomZoom;
import hebb.nn.layers.ReLU;
import hebb.nn.layers.RepeatVector;
import hebb.nn.layers.Rescaling;
import hebb.nn.layers.Reshape;
import hebb.nn.layers.Resizing;
import hebb.nn.layers.ReversibleEmbedding;
import hebb.nn.layers.STFTSpectrogram;
import hebb.nn.layers.SeparableConv1D;
import hebb.nn.layers.SeparableConv2D;
import hebb.nn.layers.SimpleRNN;
import hebb.nn.layers.SimpleRNNCell;
import hebb.nn.layers.Softmax;
import hebb.nn.layers.Solarization;
import hebb.nn.layers.SpatialDropout1D;
import hebb.nn.layers.SpatialDropout2D;
import hebb.nn.layers.SpatialDropout3D;
import hebb.nn.layers.SpectralNormalization;
import hebb.nn.layers.StackedRNNCells;
import hebb.nn.layers.StringLookup;
import hebb.nn.layers.Subtract;
import hebb.nn.layers.TextVectorization;
import hebb.nn.layers.TimeDistributed;
import hebb.nn.layers.UnitNormalization;
import hebb.nn.layers.UpSampling1D;
import hebb.nn.layers.UpSampling2D;
import hebb.nn.layers.UpSampling3D;
import hebb.nn.layers.ZeroPadding1D;
import hebb.nn.layers.ZeroPadding2D;
import hebb.nn.layers.ZeroPadding3D;

/// The layers by the names of Keras's classes, each with some options, for files to change.
public final class LayerWords {
    private static final Words<Layer<?>> TABLE =
            new Words<Layer<?>>("layer")
                    .and(() -> Activation.of("linear"), "Activation")
                    .and(ActivityRegularization::of, "ActivityRegularization")
                    .and(() -> AdaptiveAveragePooling1D.of(1), "AdaptiveAveragePooling1D")
                    .and(() -> AdaptiveAveragePooling2D.of(1), "AdaptiveAveragePooling2D")
                    .and(() -> AdaptiveAveragePooling3D.of(1), "AdaptiveAveragePooling3D")
                    .and(() -> AdaptiveMaxPooling1D.of(1), "AdaptiveMaxPooling1D")
                    .and(() -> AdaptiveMaxPooling2D.of(1), "AdaptiveMaxPooling2D")
                    .and(() -> AdaptiveMaxPooling3D.of(1), "AdaptiveMaxPooling3D")
                    .and(Add::of, "Add")
                    .and(AdditiveAttention::of, "AdditiveAttention")
                    .and(() -> AlphaDropout.of(0), "AlphaDropout")
                    .and(Attention::of, "Attention")
                    .and(AugMix::of, "AugMix")
                    .and(AutoContrast::of, "AutoContrast")
                    .and(Average::of, "Average")
                    .and(AveragePooling1D::of, "AveragePooling1D")
                    .and(AveragePooling2D::of, "AveragePooling2D")
                    .and(AveragePooling3D::of, "AveragePooling3D")
                    .and(BatchNormalization::of, "BatchNormalization")
                    .and(() -> Bidirectional.of(SimpleRNN.of(1)), "Bidirectional")
                    .and(() -> CategoryEncoding.of(1), "CategoryEncoding")
                    .and(() -> CenterCrop.of(1, 1), "CenterCrop")
                    .and(Concatenate::of, "Concatenate")
                    .and(
                            ContrastLimitedAdaptiveHistogramEqualization::of,
                            "ContrastLimitedAdaptiveHistogramEqualization")
                    .and(() -> Conv1D.of(1, 1), "Conv1D")
                    .and(() -> Conv1DTranspose.of(1, 1), "Conv1DTranspose")
                    .and(() -> Conv2D.of(1, 1), "Conv2D")
                    .and(() -> Conv2DTranspose.of(1, 1), "Conv2DTranspose")
                    .and(() -> Conv3D.of(1, 1), "Conv3D")
                    .and(() -> Conv3DTranspose.of(1, 1), "Conv3DTranspose")
                    .and(() -> ConvLSTM1D.of(1, 1), "ConvLSTM1D")
                    .and(() -> ConvLSTM2D.of(1, 1), "ConvLSTM2D")
                    .and(() -> ConvLSTM3D.of(1, 1), "ConvLSTM3D")
                    .and(Cropping1D::of, "Cropping1D")
                    .and(Cropping2D::of, "Cropping2D")
                    .and(Cropping3D::of, "Cropping3D")
                    .and(() -> CutMix.of(), "CutMix")
                    .and(() -> Dense.of(1), "Dense")
                    .and(() -> DepthwiseConv1D.of(1), "DepthwiseConv1D")
                    .and(() -> DepthwiseConv2D.of(1), "DepthwiseConv2D")
                    .and(() -> Discretization.ofBins(1), "Discretization")
                    .and(() -> Dot.of(1), "Dot")
                    .and(() -> Dropout.of(0), "Dropout")
                    .and(() -> EinsumDense.of("ab,bc->ac", 1), "EinsumDense")
                    .and(ELU::of, "ELU")
                    .and(() -> Embedding.of(1, 1), "Embedding")
                    .and(Equalization::of, "Equalization")
                    .and(Flatten::of, "Flatten")
                    .and(() -> GaussianDropout.of(0), "GaussianDropout")
                    .and(() -> GaussianNoise.of(0), "GaussianNoise")
                    .and(GlobalAveragePooling1D::of, "GlobalAveragePooling1D")
                    .and(GlobalAveragePooling2D::of, "GlobalAveragePooling2D")
                    .and(GlobalAveragePooling3D::of, "GlobalAveragePooling3D")
                    .and(GlobalMaxPooling1D::of, "GlobalMaxPooling1D")
                    .and(GlobalMaxPooling2D::of, "GlobalMaxPooling2D")
                    .and(GlobalMaxPooling3D::of, "GlobalMaxPooling3D")
                    .and(GroupNormalization::of, "GroupNormalization")
                    .and(() -> GroupQueryAttention.of(1, 1, 1), "GroupQueryAttention")
                    .and(() -> GRU.of(1), "GRU")
                    .and(() -> GRUCell.of(1), "GRUCell")
                    .and(() -> HashedCrossing.of(1), "HashedCrossing")
                    .and(() -> Hashing.of(1), "Hashing")
                    .and(IdentityLayer::of, "Identity")
                    .and(Input::of, "InputLayer")
                    .and(() -> IntegerLookup.of(), "IntegerLookup")
                    .and(() -> Lambda.of("", x -> x), "Lambda")
                    .and(LayerNormalization::of, "LayerNormalization")
                    .and(LeakyReLU::of, "LeakyReLU")
                    .and(() -> LSTM.of(1), "LSTM")
                    .and(() -> LSTMCell.of(1), "LSTMCell")
                    .and(Masking::of, "Masking")
                    .and(Maximum::of, "Maximum")
                    .and(() -> MaxNumBoundingBoxes.of(1), "MaxNumBoundingBoxes")
                    .and(MaxPooling1D::of, "MaxPooling1D")
                    .and(MaxPooling2D::of, "MaxPooling2D")
                    .and(MaxPooling3D::of, "MaxPooling3D")
                    .and(MelSpectrogram::of, "MelSpectrogram")
                    .and(Minimum::of, "Minimum")
                    .and(MixUp::of, "MixUp")
                    .and(() -> MultiHeadAttention.of(1, 1), "MultiHeadAttention")
                    .and(Multiply::of, "Multiply")
                    .and(Normalization::of, "Normalization")
                    .and(() -> Permute.of(1), "Permute")
                    .and(() -> Pipeline.of(), "Pipeline")
                    .and(PReLU::of, "PReLU")
                    .and(RandAugment::of, "RandAugment")
                    .and(() -> RandomBrightness.of(0), "RandomBrightness")
                    .and(() -> RandomColorDegeneration.of(0), "RandomColorDegeneration")
                    .and(RandomColorJitter::of, "RandomColorJitter")
                    .and(() -> RandomContrast.of(0), "RandomContrast")
                    .and(() -> RandomCrop.of(1, 1), "RandomCrop")
                    .and(() -> RandomElasticTransform.of(), "RandomElasticTransform")
                    .and(() -> RandomErasing.of(), "RandomErasing")
                    .and(() -> RandomFlip.of(), "RandomFlip")
                    .and(() -> RandomGaussianBlur.of(), "RandomGaussianBlur")
                    .and(() -> RandomGrayscale.of(), "RandomGrayscale")
                    .and(() -> RandomHue.of(0), "RandomHue")
                    .and(() -> RandomInvert.of(), "RandomInvert")
                    .and(() -> RandomPerspective.of(), "RandomPerspective")
                    .and(() -> RandomPosterization.of(1), "RandomPosterization")
                    .and(() -> RandomRotation.of(0), "RandomRotation")
                    .and(() -> RandomSaturation.of(0), "RandomSaturation")
                    .and(() -> RandomSharpness.of(0), "RandomSharpness")
                    .and(() -> RandomShear.of(0, 0), "RandomShear")
                    .and(() -> RandomTranslation.of(0, 0), "RandomTranslation")
                    .and(() -> RandomZoom.of(0), "RandomZoom")
                    .and(ReLU::of, "ReLU")
                    .and(() -> RepeatVector.of(1), "RepeatVector")
                    .and(() -> Rescaling.of(1), "Rescaling")
                    .and(() -> Reshape.of(1), "Reshape")
                    .and(() -> Resizing.of(1, 1), "Resizing")
                    .and(() -> ReversibleEmbedding.of(1, 1), "ReversibleEmbedding")
                    .and(RMSNormalization::of, "RMSNormalization")
                    .and(() -> RNN.of(SimpleRNNCell.of(1)), "RNN")
                    .and(() -> SeparableConv1D.of(1, 1), "SeparableConv1D")
                    .and(() -> SeparableConv2D.of(1, 1), "SeparableConv2D")
                    .and(() -> SimpleRNN.of(1), "SimpleRNN")
                    .and(() -> SimpleRNNCell.of(1), "SimpleRNNCell")
                    .and(Softmax::of, "Softmax")
                    .and(Solarization::of, "Solarization")
                    .and(() -> SpatialDropout1D.of(0), "SpatialDropout1D")
                    .and(() -> SpatialDropout2D.of(0), "SpatialDropout2D")
                    .and(() -> SpatialDropout3D.of(0), "SpatialDropout3D")
                    .and(() -> SpectralNormalization.of(Dense.of(1)), "SpectralNormalization")
                    .and(() -> StackedRNNCells.of(SimpleRNNCell.of(1)), "StackedRNNCells")
                    .and(STFTSpectrogram::of, "STFTSpectrogram")
                    .and(() -> StringLookup.of(), "StringLookup")
                    .and(Subtract::of, "Subtract")
                    .and(TextVectorization::of, "TextVectorization")
                    .and(() -> TimeDistributed.of(IdentityLayer.of()), "TimeDistributed")
                    .and(UnitNormalization::of, "UnitNormalization")
                    .and(UpSampling1D::of, "UpSampling1D")
                    .and(UpSampling2D::of, "UpSampling2D")
                    .and(UpSampling3D::of, "UpSampling3D")
                    .and(ZeroPadding1D::of, "ZeroPadding1D")
                    .and(ZeroPadding2D::of, "ZeroPadding2D")
                    .and(ZeroPadding3D::of, "ZeroPadding3D");

    private LayerWords() {}

    /// All of them.
    public static Words<Layer<?>> table() {
        return TABLE;
    }
}
