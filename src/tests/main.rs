//! Tests of the models as a whole; the hand-worked ones stand beside each model.
