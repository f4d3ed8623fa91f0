//! Long work in slices, so that the page goes on drawing and listening.

use leptos::prelude::*;

use crate::web::clock::now;

/// Of a frame's 16 milliseconds, those that work may take.
const SLICE_MS: f64 = 8.0;

/// Does pieces of work, some every frame, for as long as `piece` wants to go on.
pub fn in_slices(piece: impl FnMut() -> bool + 'static) {
    frame(Box::new(piece));
}

fn frame(mut piece: Box<dyn FnMut() -> bool>) {
    request_animation_frame(move || {
        let start = now();
        while now() - start < SLICE_MS {
            if !piece() {
                return;
            }
        }
        frame(piece);
    });
}
