"""Optimizers with their options, and schedules."""

import keras
from keras import layers as L
from keras import optimizers as O

from case import Case, sequential, words

S = O.schedules


def net(optimizer):
    return sequential((6,), L.Dense(5, activation="tanh"), L.Dense(3), optimizer=optimizer)


for name, optimizer in [
    ("sgd_nesterov_decay", lambda: O.SGD(0.1, momentum=0.7, nesterov=True, weight_decay=0.02)),
    ("rmsprop_centered", lambda: O.RMSprop(0.01, rho=0.8, momentum=0.6, centered=True, epsilon=1e-3)),
    ("rmsprop_plain_decay", lambda: O.RMSprop(0.01, weight_decay=0.05)),
    ("adam_options", lambda: O.Adam(0.02, beta_1=0.7, beta_2=0.95, epsilon=1e-4)),
    ("adam_amsgrad_clip", lambda: O.Adam(0.05, beta_2=0.9, amsgrad=True, clipnorm=0.1)),
    ("adamw_amsgrad", lambda: O.AdamW(0.02, weight_decay=0.1, amsgrad=True)),
    ("adamax_options", lambda: O.Adamax(0.05, beta_1=0.8, beta_2=0.9, epsilon=1e-3)),
    ("nadam_options", lambda: O.Nadam(0.03, beta_1=0.85, beta_2=0.95)),
    ("adagrad_options", lambda: O.Adagrad(0.1, initial_accumulator_value=0.5, epsilon=1e-2)),
    ("adadelta_options", lambda: O.Adadelta(1.0, rho=0.8, epsilon=1e-3)),
    ("adafactor_absolute", lambda: O.Adafactor(0.05, relative_step=False, beta_2_decay=-0.6)),
    ("adafactor_clip", lambda: O.Adafactor(0.1, clip_threshold=0.5, epsilon_2=0.01, weight_decay=0.01)),
    ("ftrl_options", lambda: O.Ftrl(0.1, -0.6, 0.3, 0.01, 0.02, 0.03, beta=0.5)),
    ("ftrl_shrinkage", lambda: O.Ftrl(0.2, l2_shrinkage_regularization_strength=0.1)),
    ("lamb_options", lambda: O.Lamb(0.02, beta_1=0.8, beta_2=0.95, weight_decay=0.05)),
    ("lion_options", lambda: O.Lion(0.003, beta_1=0.7, beta_2=0.8, weight_decay=0.1)),
    ("muon", lambda: O.Muon(0.02)),
    ("muon_options", lambda: O.Muon(0.02, adam_lr_ratio=0.5, momentum=0.8, ns_steps=3, nesterov=False, rms_rate=None)),
    ("schedule_free", lambda: O.ScheduleFreeAdamW(0.05)),
    ("schedule_free_warmup", lambda: O.ScheduleFreeAdamW(0.05, beta_1=0.8, warmup_steps=4, weight_decay=0.01)),
    ("loss_scale", lambda: O.LossScaleOptimizer(O.Adam(0.01), initial_scale=128.0, dynamic_growth_steps=3)),
    ("loss_scale_factor", lambda: O.SGD(0.05, loss_scale_factor=64.0, momentum=0.5)),
    ("clip_value_momentum", lambda: O.SGD(0.2, momentum=0.9, clipvalue=0.05)),
    ("clip_global_adam", lambda: O.Adam(0.05, global_clipnorm=0.2)),
    ("ema_adam", lambda: O.Adam(0.05, use_ema=True, ema_momentum=0.6)),
    ("ema_overwrite", lambda: O.SGD(0.1, momentum=0.5, use_ema=True, ema_momentum=0.7, ema_overwrite_frequency=4)),
    ("accumulation", lambda: O.SGD(0.1, gradient_accumulation_steps=2)),
    ("accumulation_adam", lambda: O.Adam(0.05, gradient_accumulation_steps=3, clipnorm=0.5)),
    ("accumulation_decay", lambda: O.AdamW(0.05, gradient_accumulation_steps=2, use_ema=True, ema_momentum=0.5)),
    ("exponential_staircase", lambda: O.SGD(S.ExponentialDecay(0.2, 3, 0.5, staircase=True))),
    ("inverse_time_staircase", lambda: O.Adam(S.InverseTimeDecay(0.1, 2, 0.7, staircase=True))),
    ("polynomial_cycle", lambda: O.SGD(S.PolynomialDecay(0.2, 3, 0.01, power=2.0, cycle=True))),
    ("cosine_warmup", lambda: O.SGD(S.CosineDecay(0.01, 5, alpha=0.1, warmup_target=0.2, warmup_steps=3), momentum=0.3)),
    ("cosine_restarts_options", lambda: O.Adam(S.CosineDecayRestarts(0.1, 2, t_mul=1.5, m_mul=0.8, alpha=0.05))),
    ("piecewise_many", lambda: O.RMSprop(S.PiecewiseConstantDecay([2, 4, 7], [0.05, 0.01, 0.03, 0.002]))),
]:
    # schedule-free slots begin as copies of the weights; Keras makes them before it has read these
    read_back = not name.startswith("schedule_free")
    Case(f"optimizer_{name}", lambda optimizer=optimizer: net(optimizer()), epochs=4, read_back=read_back)
for name, optimizer in [
    ("adam", lambda: O.Adam(0.05)),
    ("lazy_sgd", lambda: O.SGD(0.1, momentum=0.9)),
    ("adafactor", lambda: O.Adafactor(0.05)),
    ("muon", lambda: O.Muon(0.02, exclude_layers=["dense"])),
]:
    Case(
        f"optimizer_embedding_{name}",
        lambda o=optimizer: sequential(
            (5,), L.Embedding(9, 4), L.Flatten(), L.Dense(3), dtype="int32", optimizer=o()
        ),
        x=words(9, 5),
        epochs=3,
    )
