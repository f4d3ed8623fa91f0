//! The one binding to JavaScript: ECharts, as `charts.js` offers it.
//!
//! The option is a [`Options`] turned into a plain object; it carries no functions, so the content security
//! policy needs no `unsafe-eval`.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use crate::render::options::Options;

#[wasm_bindgen]
extern "C" {
    type Handle;

    #[wasm_bindgen(js_namespace = industry2040Charts)]
    fn create(element: &HtmlElement, width: f64, height: f64) -> Handle;

    #[wasm_bindgen(js_namespace = industry2040Charts)]
    fn set(chart: &Handle, option: &JsValue, fresh: bool);

    #[wasm_bindgen(js_namespace = industry2040Charts)]
    fn resize(chart: &Handle, width: f64, height: f64);

    #[wasm_bindgen(js_namespace = industry2040Charts)]
    fn dispose(chart: &Handle);
}

/// A chart on the page; it is freed when dropped.
pub struct Chart {
    handle: Handle,
    size: (f64, f64),
}

impl Chart {
    /// An empty chart in `element`, in CSS pixels.
    pub fn new(element: &HtmlElement, width: f64, height: f64) -> Chart {
        Chart {
            handle: create(element, width, height),
            size: (width, height),
        }
    }

    /// Draws the whole option in this size, instead of what is there.
    pub fn draw(&mut self, option: &Options, width: f64, height: f64) {
        if self.size != (width, height) {
            resize(&self.handle, width, height);
            self.size = (width, height);
        }
        set(&self.handle, &object(option), true);
    }

    /// The chart as its scripts know it.
    pub fn raw(&self) -> &JsValue {
        &self.handle
    }

    /// Merges what changed into what is there.
    pub fn update(&self, option: &Options) {
        set(&self.handle, &object(option), false);
    }
}

impl Drop for Chart {
    fn drop(&mut self) {
        dispose(&self.handle);
    }
}

/// Chart options are plain data, which always serialise.
fn object(option: &Options) -> JsValue {
    option
        .serialize(&Serializer::json_compatible())
        .unwrap_or(JsValue::UNDEFINED)
}
